/** 'zh' or 'en', as LC_ALL, LC_MESSAGES or LANG say. */
export function language(env = process.env) {
  return /^zh/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ? 'zh' : 'en';
}

const en = {
  help: `tocsin <command> [options]

  start         start everything on this machine
  gateway       the gateway alone (needs EVENTSTORE_URL and DATABASE_URL, or a running start)
  projections   the projections alone (likewise)
  eventstore    the embedded event store node alone
  rebuild       make the read models again from the log
  import        feed another system's records through the commands
  profile       check a city's profile, write the demo city's
  person        appoint people, list them, set passwords
  verify        check that nothing in the record was tampered with
  export        a signed bundle of an incident or a period, for whoever must rely on it
  archive       signed copies of the incidents whose time has come, that verify and replay
  replay        an incident as it stood, from a bundle or the archive alone
  erase         destroy the keys to the personal data of an incident that has ended
  build         build what changed; every command does so by itself

  tocsin <command> --help says more. tocsin --version prints the version.
`,
  unknownCommand: (name) => `There is no command "${name}".`,
  unexpected: 'Something went wrong that Tocsin did not expect:',
  building: 'Building Tocsin',
  buildingConsole: 'Building the console',
  buildingVerifier: 'Building the verifier of bundles',
  waitingForBuild: (pid) => `Another process (${pid}) is building Tocsin; waiting for it`,
  seconds: (s) => `${s} s`,
  stopped: 'Stopped.',
  buildFailed: 'The build failed; its own words are above.',
  mayNotBuild: (root) =>
    `The sources were changed since they were built, and this user may not write in ${root}. Run "npx pnpm build" there as its owner.`,
  oldNode: (version) => `Tocsin needs Node 20.19 or newer; this is ${version}.`,
};

const zh = {
  help: `tocsin <命令> [选项]

  start         在本机启动全部组件
  gateway       只启动网关（需要 EVENTSTORE_URL 和 DATABASE_URL，或已有 start 在运行）
  projections   只启动投影（同上）
  eventstore    只启动内置事件存储节点
  rebuild       由日志重建读模型
  import        把其他系统的记录经由命令导入
  profile       检查城市配置文件，生成演示城市的配置
  person        任用人员、列出人员、设置口令
  verify        检查记录是否被篡改
  export        将一起事件或一段时间导出为带签名的证据包
  archive       将已到期限的事件归档为可核验、可回放的签名副本
  replay        仅凭导出包或归档回放事件
  erase         销毁一起已结束事件的个人信息密钥
  build         构建有改动的部分；其他命令也会自行构建

  tocsin <命令> --help 查看详情。tocsin --version 显示版本。
`,
  unknownCommand: (name) => `没有“${name}”这个命令。`,
  unexpected: 'Tocsin 遇到了意料之外的错误：',
  building: '正在构建 Tocsin',
  buildingConsole: '正在构建控制台',
  buildingVerifier: '正在构建导出包验证工具',
  waitingForBuild: (pid) => `另一个进程（${pid}）正在构建 Tocsin，等待其完成`,
  seconds: (s) => `${s} 秒`,
  stopped: '已停止。',
  buildFailed: '构建失败，原因见上。',
  mayNotBuild: (root) =>
    `源代码在构建之后有改动，而当前用户无权写入 ${root}。请由其所有者在该目录运行 npx pnpm build。`,
  oldNode: (version) => `Tocsin 需要 Node 20.19 或更新版本，当前为 ${version}。`,
};

export const words = language() === 'zh' ? zh : en;
