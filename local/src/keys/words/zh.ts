import type { en } from './en.ts';

export const zh: typeof en = {
  unusable: (path, cause) =>
    `密钥库 ${path} 无法使用（${cause}）。它必须是当前用户可读写的文件；请恢复它，或设置 TOCSIN_KEY_STORE。`,
  eraseHelp: {
    description: '销毁一起已结束事件的个人信息密钥。记录保留，仍可校验和回放，但不再有当事人。',
    incident: '事件：其 ID，或运行时看板上的编号',
    reason: '原因，将被记录',
    again: '密钥库从副本恢复之后：再次销毁记录中已清除的全部密钥',
    by: '清除人；与本机账户一并记录（默认：该账户）',
    data: '数据文件夹（默认：TOCSIN_DATA 或 .data）',
    after: `
此前制作的密钥库副本仍能打开已清除的内容，请一并销毁。见 docs/PRIVACY.md。`,
  },
  erased: (keys) => `已清除：销毁了 ${keys} 个密钥。请同时销毁此前制作的密钥库副本。`,
  missing: (option) => `缺少 ${option}；见 tocsin erase --help。`,
  againAlone: '--again 不与事件、原因或清除人同用：它只重复记录中已有的清除。',
  lookedThrough: (events) => `已查看 ${events.toLocaleString('en')} 条记录`,
  erasedAgain: (keys) => `已再次清除：销毁了密钥库中重新出现的 ${keys} 个密钥。`,
  noneAgain: '密钥库中没有已清除的密钥。',
  nothingToErase: '没有可清除的内容：该事件中没有尚未清除的个人信息。',
  notErased: (why) => `未清除任何内容：${why}`,
  refusals: {
    required: '请用 --reason 说明原因。',
    incidentStatus: '事件尚未结束，可能还需要回电。',
    personalDataInClear: '其个人信息在启用密钥之前以明文记录，已是哈希内容的一部分。',
    legalHold: '该事件已被保全，须先解除保全。',
    unknownIncident: '没有这起事件。',
  },
};
