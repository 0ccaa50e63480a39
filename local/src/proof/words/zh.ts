import type { Retention } from '@tocsin/domain';
import type { ProofFault } from '@tocsin/domain/proof';
import { en } from './en.ts';

type StaysWhy = Extract<Retention, { readonly may: false }>['why'];

const at = ({ stream, revision }: { readonly stream: string; readonly revision: number }): string =>
  `${stream}，版本 ${revision}`;

function fault(found: ProofFault): string {
  switch (found.kind) {
    case 'changed':
      return `${at(found)}：内容被更改，与其所载哈希不符。`;
    case 'openingChanged':
      return `${at(found)}，${found.field}：所示内容与记录不符，已被更改。`;
    case 'openingMissing':
      return `${at(found)}，${found.field}：所记录的内容不在，也未注明已遮盖。`;
    case 'unchained':
      return `${at(found)}：与前一事件不相衔接，两者之一被更改或替换。`;
    case 'missing':
      return found.revision + 1 === found.next
        ? `${at(found)}：缺失，已被删除。`
        : `${found.stream}，版本 ${found.revision} 至 ${found.next - 1}：缺失，已被删除。`;
    case 'misplaced':
      return `${at(found)}：位于较晚事件之后，或重复出现，系被移动或插入。`;
    case 'malformed':
      return `${at(found)}：不具备 Tocsin 事件的格式。`;
    case 'hidden':
      return `${found.stream}：日志中写入了隐藏或终止该流的内容。`;
    case 'unlikeSeal':
      return `${at(found)}：不是封印 ${found.seal} 所涵盖的事件；版本 ${found.after} 之后有内容被伪造，且哈希被重新计算。`;
    case 'cut':
      return found.last < 0
        ? `${found.stream}：封印 ${found.seal} 涵盖至版本 ${found.revision}，现已全部不存在，整个流被删除。`
        : `${found.stream}：封印 ${found.seal} 涵盖至版本 ${found.revision}，但止于版本 ${found.last}，末尾被截去。`;
    case 'inserted':
      return `${at(found)}：${found.seal < 0 ? '制作记录' : `制作封印 ${found.seal} `}时并不存在，系插入。`;
    case 'eventsUnlikeSeal':
      return `封印 ${found.seal}：日志第 ${found.from} 至 ${found.to - 1} 条事件与其所涵盖的不同，或次序不同。`;
    case 'headsUnlikeSeal':
      return `封印 ${found.seal}：各流的最新事件与其所涵盖的不同。`;
    case 'logCut':
      return `日志有 ${found.events} 条事件，而封印 ${found.seal} 涵盖 ${found.sealed} 条，日志末尾被截去。`;
    case 'sealMalformed':
      return `封印 ${found.seal}：不具备封印的格式。`;
    case 'sealSignature':
      return `封印 ${found.seal}：签名不成立，已被更改或替换。`;
    case 'sealKey':
      return `封印 ${found.seal}：所用密钥既非已知密钥，也未经任何封印引入（${found.key}）。`;
    case 'sealChain':
      return `封印 ${found.seal}：与前一封印不相衔接。`;
    case 'sealMissing':
      return `封印 ${found.seal}：不存在；日志是较旧的副本，或封印被删除。`;
    case 'sealUnlikeKnown':
      return `封印 ${found.seal}：与另处保存的不同，日志被重新制作。`;
    case 'fileChanged':
      return `${found.file}：与清单所列不符。`;
    case 'fileMissing':
      return `${found.file}：清单列有，但不存在。`;
    case 'fileAdded':
      return `${found.file}：清单未列。`;
    case 'fileUnreadable':
      return `${found.file} 第 ${found.line} 行：不是规范形式的事件。`;
    case 'manifestSignature':
      return 'manifest.json：签名不成立，或不是由封印日志的密钥所签。';
    case 'manifestUnsigned':
      return 'manifest.json：未签名，且并非每条事件都有封印涵盖，无从证明其完整。';
    case 'unproven':
      return `${at(found)}：其证明不能推至${found.seal < 0 ? '任何封印' : `封印 ${found.seal}`}；该事件或其后内容被更改或遗漏。`;
    case 'damaged':
      return `日志文件自第 ${found.byte} 字节起无法读取。`;
  }
}

export const zh: typeof en = {
  fault,
  keyUnusable: (path, cause) =>
    `封印密钥 ${path} 无法使用（${cause}）。它应为 PEM 格式的 Ed25519 私钥；请恢复该文件，或设置 TOCSIN_SEAL_KEY_FILE。`,
  secondsInvalid: (given) =>
    `TOCSIN_SEAL_SECONDS 须为 0（不封印）至 86400 的秒数，而不是“${given}”。`,

  events: (events, streams) =>
    `已检查 ${streams.toLocaleString('en')} 个流中的 ${events.toLocaleString('en')} 条事件。`,
  seals: (seals, sealed, number, time) =>
    `${seals.toLocaleString('en')} 个封印涵盖其中 ${sealed.toLocaleString('en')} 条；最后一个为第 ${number} 号，时间 ${time}。`,
  noSeals: '尚无封印：能写入日志者可能已将其全部重新制作。Tocsin 运行时会进行封印。',
  key: (id) => `封印始于密钥 ${id}。请与您收到的密钥标识核对。`,
  lastSeal: (number, hash) =>
    `请另处保存最后一个封印，以便识别较旧的副本：--known ${number}:${hash}`,
  unsealed: (events) =>
    `其中 ${events.toLocaleString('en')} 条晚于最后一个封印：已成链，尚未封印。`,
  unsigned: '清单未签名：封印可证明事件，但无从证明所附报告与列表。',
  openings: ({ erased, closed, redacted }) => [
    ...(erased > 0 ? [`已清除的个人：${erased.toLocaleString('en')} 名，其密钥已销毁。`] : []),
    ...(closed > 0
      ? [`已加密而此处无密钥、未打开的个人：${closed.toLocaleString('en')} 名。`]
      : []),
    ...(redacted > 0
      ? [`此导出包中遮盖的字段：${redacted.toLocaleString('en')} 个，均已列明。`]
      : []),
  ],
  moreFaults: (count) => `……另有 ${count.toLocaleString('en')} 处`,
  verified: '验证通过：没有内容被更改、删除、插入或调换次序。',
  notVerified: (count) => `验证未通过：发现 ${count.toLocaleString('en')} 处问题。`,
  progress: (events, rate) =>
    `${events.toLocaleString('en')} 条事件，每秒 ${rate.toLocaleString('en')} 条`,
  checking: (what) => `正在验证 ${what}`,

  verifyHelp: {
    description:
      '检查记录是否被更改、删除、插入或调换次序：数据文件夹的日志（运行中亦可）、服务器的日志，或导出包。',
    bundle: '由 tocsin export 生成的导出包文件夹',
    data: '数据文件夹（默认：TOCSIN_DATA 或 .data）',
    store: '验证该服务器给出的日志，而不是数据文件夹中的文件（亦可用 EVENTSTORE_URL）',
    key: '首个封印须使用的密钥标识，或含公钥的文件',
    known: '另处保存的封印；可重复',
    json: '以 JSON 输出结果',
    codes: `
退出码：0 验证通过，1 未通过，2 无法检查。`,
  },
  standaloneHelp: `node verify.mjs [导出包] [--key 标识] [--known 编号:哈希] [--json]

无需服务器和网络即可检查 Tocsin 的导出包。默认检查 verify.mjs 所在的文件夹。
退出码：0 验证通过，1 未通过，2 无法检查。`,
  notABundle: (path) => `${path} 不是导出包：其中没有 tocsin export 所写格式的 manifest.json。`,
  noLog: (path) => `${path} 处没有日志。请用 --data 指定数据文件夹，或用 --store 指定服务器。`,
  knownInvalid: (given) => `--known 应形如 12:<64 位十六进制数>，而不是“${given}”。`,
  keyInvalid: (given) => `--key 应为密钥标识（64 位十六进制数）或公钥文件，而不是“${given}”。`,
  storeGone: (cause) => `事件存储没有应答（${cause}）。`,

  archiveHelp: {
    description:
      '将已到期限的事件复制到归档：带签名、可独立核验和回放的副本。未归档的逐一说明原因。',
    before: '仅限此时间之前结束的事件（ISO 8601）',
    to: '归档文件夹；每份记录各占一个子文件夹',
    list: '只列出将归档和保留的事件',
    by: '由谁办理，记入查阅记录',
    reason: '理由，记入查阅记录',
    data: '数据文件夹（默认：TOCSIN_DATA 或 .data）',
    contents: `
可归档的范围由城市规则中的 retention 规定；设置保全的记录不归档。日志是封印之下的一条完整的链，
因此不从中删除任何内容：归档是经核验的副本，并记入该事件。用 tocsin verify 核验，用 tocsin replay 查看。`,
  },
  archivedOne: (id: string, folder: string) => `${id}：已归档至 ${folder}`,
  wouldGo: (id: string, rule: string) => `${id}：将归档（${rule}）`,
  stays: (id: string, why: StaysWhy, until?: string) => {
    const said = {
      open: '尚未结束',
      held: '已设置保全',
      archived: '已经归档',
      openActions: '仍有整改事项未完成',
      noRule: '没有适用的保存期限规则',
      tooYoung: `保存至 ${until}`,
      endedLater: `并非在 ${until} 之前结束`,
    };
    return `${id}：保留，${said[why]}`;
  },
  archiveDone: (archived: number, kept: number) => `归档 ${archived} 件，保留 ${kept} 件。`,
  archiveListed: (archived: number, kept: number) => `将归档 ${archived} 件，保留 ${kept} 件。`,
  notSealedYet: (id: string) =>
    `${id} 尚未全部封印，且此处没有封印密钥。请在 Tocsin 封印之后重试。`,
  copyDoesNotVerify: (folder: string, faults: number) =>
    `${folder} 中的副本未通过核验（${faults} 处）。请用 tocsin verify 检查副本和日志。`,
  wentOnMeanwhile: (id: string) => `${id} 在复制期间有变动，副本不计，请重新运行。`,
  replayHelp: {
    description: '仅凭导出包回放事件在任一条目之后的状态。先核验导出包。',
    bundle: '某事件导出包的文件夹',
    revision: '回放至此条目，自 0 起（默认：最后一条）',
    json: '以 JSON 输出完整状态',
  },
  replayNeedsProof: (folder: string) => `${folder} 未通过核验，不予显示。请用 tocsin verify 检查。`,
  replayOneIncident: '一段时间的导出包不是单一事件，请指定某事件的导出包。',
  noRevision: (given: string) => `--revision 须为自 0 起的条目序号，不能是“${given}”。`,
  exportHelp: {
    by: '由谁导出，记入查阅记录',
    reason: '理由，记入查阅记录',
    description: '将一起事件或一段时间写成导出包，无需服务器和网络即可验证。',
    incident: '事件：其标识；Tocsin 运行时亦可用看板上的编号',
    from: '改为导出一段时间：自此时刻起（ISO 8601）',
    to: '至此时刻（默认：现在）',
    out: '要写入的文件夹，须为新建或空文件夹（默认：当前位置的 tocsin-…）',
    redact: '遮盖报告人和自由文本；加 personal 或 text 则只遮盖其一',
    data: '数据文件夹（默认：TOCSIN_DATA 或 .data）',
    contents: `
文件夹中有：按哈希原文保存的事件、封印与证明、CSV 时间线、附件摘要、事件的中英文事后评估报告、
清单（有封印密钥时带签名），以及可检查全部内容的 verify.mjs。
时间段按封印起止：内容完整，两端可能各多出约一分钟。`,
  },
  timeInvalid: (given) => `时间应形如 2026-05-01T08:00:00+08:00，而不是“${given}”。`,
  redactInvalid: (given) => `--redact 可为 personal、text，或不写以遮盖两者，而不是“${given}”。`,
  disclosed: ({ kinds, withheld: { redacted, erased, keyMissing }, inClear }) => [
    ...(kinds.length > 0
      ? [`已遮盖 ${redacted.toLocaleString('en')} 个字段（${kinds.join('、')}）。`]
      : []),
    ...(erased > 0 ? [`已清除的个人 ${erased.toLocaleString('en')} 名，不在其中。`] : []),
    ...(keyMissing > 0
      ? [`此处无密钥的个人 ${keyMissing.toLocaleString('en')} 名，不在其中。`]
      : []),
    ...(inClear > 0
      ? [
          `${inClear.toLocaleString('en')} 份报告来自启用密钥之前：报告人以明文列于哈希内容中，无法遮盖。`,
        ]
      : []),
    ...(kinds.includes('personal')
      ? []
      : ['其中含有报告人的个人信息（明文）。可用 --redact personal 遮盖。']),
  ],
  whatToExport: '请指明导出内容：--incident，或 --from 与 --to。见 tocsin export --help。',
  numberNeedsBoards: (named) => `只有 Tocsin 运行时才能按编号找到事件 ${named}；请用事件标识。`,
  noIncident: (named) => `没有事件 ${named}。`,
  severalIncidents: (named) => `多个城市都有事件 ${named}；请用事件标识。`,
  nothingInPeriod: (from, to) => `${from} 至 ${to} 没有封印，没有可导出的内容。`,
  noSealsToExport: '尚无封印，也没有密钥可以封印，无法导出时间段。',
  unreadable: (stream, revision) =>
    `${stream} 版本 ${revision} 不具备事件的格式。请运行 tocsin verify。`,
  folderUnusable: (path, code) => `无法建立文件夹 ${path}（${code}）。`,
  folderNotEmpty: (path) => `文件夹 ${path} 不为空。请用 --out 指定另一个。`,
  exported: (events, folder, signed) =>
    `已将 ${events.toLocaleString('en')} 条事件导出至 ${folder}${signed ? '' : '（此处没有封印密钥，清单未签名）'}。验证：npx pnpm tocsin verify ${folder}`,
  bundleReadme: en.bundleReadme,
};
