import { language } from '../../bin/words.mjs';

const en = {
  inUse: (pid: number | undefined) =>
    `The data folder is in use by process ${pid}; stop that process or choose another folder.`,
  newer: (found: number, known: number) =>
    `The data folder was written by a newer version (format ${found}; this one knows up to ${known}); update Tocsin or choose another folder.`,
  unknown: 'The data folder holds a file log.bin that is not an event log; choose another folder.',
  damaged: (position: number) =>
    `The event log can't be read from byte ${position} on; restore the data folder from a backup.`,
  unusable: (path: string, code: string) =>
    `The data folder ${path} can't be used (${code}); choose a folder that this user can write.`,
  portInUse: (host: string, port: number) =>
    `Port ${port} on ${host} is in use; stop the program that uses it or choose another port.`,
  addressUnusable: (host: string, port: number, code: string) =>
    `It is not possible to listen on port ${port} of ${host} (${code}); choose another host or port.`,
  portInvalid: '--port must be a whole number from 0 to 65535.',
  description: "Runs the embedded event store, which speaks EventStoreDB's protocol.",
  port: 'port to listen on; 0 for any that is free',
  data: 'folder of the event log; eventstore in TOCSIN_DATA, or else in .data, if not given',
  host: 'address to listen on',
};

const zh: typeof en = {
  inUse: (pid) => `数据文件夹正由进程 ${pid} 使用；请先停止该进程，或另选文件夹。`,
  newer: (found, known) =>
    `数据文件夹由更新的版本写成（格式 ${found}，本版本最高支持 ${known}）；请升级 Tocsin，或另选文件夹。`,
  unknown: '数据文件夹中的 log.bin 不是事件日志；请另选文件夹。',
  damaged: (position) => `事件日志从第 ${position} 字节起无法读取；请从备份恢复数据文件夹。`,
  unusable: (path, code) => `数据文件夹 ${path} 无法使用（${code}）；请选择当前用户可写的文件夹。`,
  portInUse: (host, port) => `${host} 的端口 ${port} 已被占用；请停止占用它的程序，或另选端口。`,
  addressUnusable: (host, port, code) =>
    `无法在 ${host} 的端口 ${port} 上监听（${code}）；请另选地址或端口。`,
  portInvalid: '--port 应为 0 到 65535 之间的整数。',
  description: '运行内置事件存储节点，它使用 EventStoreDB 的协议。',
  port: '监听端口；0 表示任选空闲端口',
  data: '事件日志所在的文件夹；未指定时为 TOCSIN_DATA（否则 .data）中的 eventstore',
  host: '监听地址',
};

/** What the node says to the person who starts it, in the language of the environment. */
export const words: typeof en = language() === 'zh' ? zh : en;
