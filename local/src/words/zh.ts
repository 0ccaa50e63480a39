import type { en } from './en.ts';

export const zh: typeof en = {
  language: 'zh',
  dataFolderInUse: (path, pid) =>
    `数据目录 ${path} 已有 Tocsin 在运行${pid === undefined ? '' : `（进程 ${pid}）`}。请先停止它，或把 TOCSIN_DATA 设为其他目录。`,
  dataFolderNewer: (path, found, known) =>
    `数据目录 ${path} 由更新版本的 Tocsin 写入（格式 ${found}，本版本最高支持 ${known}）。请升级 Tocsin，或把 TOCSIN_DATA 设为其他目录。`,
  dataFolderUnreadable: (file) =>
    `${file} 已损坏：内容应为 {"format":1}。请恢复它，或把 TOCSIN_DATA 设为其他目录。`,
  dataFolderUnusable: (path, code) =>
    `数据目录 ${path} 无法使用（${code}）。请让当前用户可写，或把 TOCSIN_DATA 设为其他目录。`,
  eventStoreUnreachable: (url, cause) =>
    `事件存储 ${url} 没有应答（${cause}）。请检查 EVENTSTORE_URL 以及服务器是否在运行。`,
  eventStoreUrlInvalid: (url) =>
    `EVENTSTORE_URL 应形如 esdb://主机:2113?tls=false，而不是“${url}”。`,
  databaseUnreachable: (url, cause) =>
    `PostgreSQL 服务器 ${url} 没有应答（${cause}）。请检查 DATABASE_URL 以及服务器是否在运行。`,
  databaseUrlInvalid: (url) =>
    `DATABASE_URL 应形如 postgresql://用户:口令@主机:5432/数据库，而不是“${url}”。`,
  databaseNewer: (url) =>
    `数据库 ${url} 已被更新版本的 Tocsin 使用。请升级 Tocsin，或把 DATABASE_URL 设为其他数据库。`,
  databaseOfAnotherLog: (url) =>
    `数据库 ${url} 中的读模型来自另一个事件日志。请运行 tocsin rebuild，由本日志重新生成。`,
  keepChangesDaysInvalid: (days) =>
    `TOCSIN_KEEP_CHANGES_DAYS 必须是 1 到 36500 的整数天数，而不是“${days}”。`,
  portInvalid: (port, variable) => `${variable} 必须是 0 到 65535 的整数，而不是“${port}”。`,
  portInUse: (host, port, variable) =>
    `${host} 的端口 ${port} 已被其他程序占用。请停止该程序，或把 ${variable} 设为其他端口。`,
  portForbidden: (host, port, variable) =>
    `当前用户无权打开 ${host} 的端口 ${port}。请把 ${variable} 设为大于 1023 的数。`,
  hostInvalid: (host, code) =>
    `HOST“${host}”不是本机地址（${code}）。请把 HOST 设为本机地址，例如 127.0.0.1。`,
  mapUrlInvalid: (url) =>
    `TOCSIN_MAP_URL 必须是地图样式或瓦片的地址，例如 https://host/style.json 或 https://host/{z}/{x}/{y}.png，而不是“${url}”。`,
  sessionKeyInvalid: 'TOCSIN_SESSION_KEY 至少 32 个字符，且所有网关必须相同。',
  metricsTokenInvalid: 'TOCSIN_METRICS_TOKEN 至少 16 个字符。',
  noDatabase: '该组件需要 DATABASE_URL，或同一数据目录上正在运行的 tocsin start。',
  noEventStore: '该组件需要 EVENTSTORE_URL，或同一数据目录上正在运行的 tocsin start。',

  postgresNoBinaries: (platform) =>
    `没有适用于 ${platform} 的内置 PostgreSQL。请把 DATABASE_URL 设为一个 PostgreSQL 服务器。`,
  postgresNoAccount:
    'PostgreSQL 不能以 root 运行，也无法为它建立账户“postgres”。请以普通用户启动 Tocsin，或把 DATABASE_URL 设为一个 PostgreSQL 服务器。',
  postgresFailed: (log, cause) => `内置 PostgreSQL 未能启动：${cause} 日志见 ${log}。`,
  postgresNotStopping: (pid) =>
    `先前启动的内置 PostgreSQL（进程 ${pid}）无法停止。请先停止它，再重新启动。`,
  postgresAccountMade: (name) => `PostgreSQL 不能以 root 运行，已为它建立账户“${name}”`,
  postgresMoved: (path, account) =>
    `账户“${account}”无法进入数据目录：PostgreSQL 的数据放在 ${path}`,
  postgresOrphan: (pid) => `已停止先前启动遗留的 PostgreSQL（进程 ${pid}）`,
  postgresOlder: (found, aside) => `PostgreSQL ${found} 的读模型已移到 ${aside}，将由日志重新生成`,

  stepData: '数据目录',
  stepEventStore: '事件存储',
  stepPostgres: 'PostgreSQL',
  stepProfile: '城市配置',
  stepProjections: '投影',
  stepGateway: '网关',
  stepRebuild: '读模型',
  rebuilding: ({ percent, events, rate, leftMs }) =>
    `${percent}%，${events} 个事件，每秒 ${Math.round(rate)} 个${
      leftMs === undefined || percent === 100 ? '' : `，还需 ${Math.ceil(leftMs / 1000)} 秒`
    }`,
  firstTime: '首次启动，正在建立数据库',
  embedded: '内置',
  profileNone: '无',
  done: (done, all) => `${done} / ${all}`,
  seconds: (seconds) => `${seconds.toFixed(1)} 秒`,
  starting: (version) => `Tocsin ${version} 正在启动。`,
  ready: (url, seconds) => `用时 ${seconds.toFixed(1)} 秒，已就绪：${url}`,
  demoAccounts: (password) => `演示账户，口令均为 ${password}：`,
  demoOpen: (host) =>
    `凡能访问 ${host} 的人都可以用演示账户登录。正式部署请在空日志上使用 --no-demo。`,
  stopHint: '按 Ctrl-C 停止全部组件。',
  stopping: '正在停止……',
  stillStopping: '仍在停止，最多还需几秒。',
  stopped: '已停止。',
  parts: { gateway: '网关', projections: '投影', postgres: 'PostgreSQL' },
  partEnded: (part, how, seconds, log) =>
    `${part}意外退出（${how}），${seconds} 秒后重新启动。日志见 ${log}。`,
  partBack: (part) => `${part}已恢复运行。`,
  partFailed: (part, cause, log) => `${part}未能启动：${cause} 日志见 ${log}。`,

  usage: {
    help: '显示帮助',
    titles: {
      'Usage:': '用法：',
      'Options:': '选项：',
      'Arguments:': '参数：',
      'Commands:': '命令：',
    },
    faults: {
      'commander.unknownOption': (at) => `没有选项 ${at}。`,
      'commander.unknownCommand': (at) => `没有“${at}”这个命令。`,
      'commander.excessArguments': () => '参数过多。',
      'commander.missingArgument': (at) => `缺少参数 <${at}>。`,
      'commander.optionMissingArgument': (at) => `选项 ${at} 需要一个值。`,
      'commander.missingMandatoryOptionValue': (at) => `缺少选项 ${at}。`,
      'commander.help': () => '缺少命令。',
    },
    seeHelp: (command) => `详见 ${command} --help。`,
  },

  startHelp: {
    description: '在本机启动全部组件：事件存储、PostgreSQL、投影、网关。',
    data: '数据目录（默认：TOCSIN_DATA 或 .data）',
    profile: '城市配置文件（YAML；也可用 TOCSIN_PROFILE；默认为演示城市）',
    noDemo: '空日志保持为空（也可用 TOCSIN_DEMO=off）',
    environment: `
环境变量：
  PORT、HOST           控制台的端口和地址（4000、127.0.0.1）
  EVENTSTORE_URL       用 EventStoreDB 或 KurrentDB 服务器代替内置节点
  DATABASE_URL         用 PostgreSQL 服务器代替内置数据库
  TOCSIN_PROFILE       城市配置文件（YAML）
  TOCSIN_SESSION_KEY   会话签名密钥；不设则存放在数据目录中
  TOCSIN_KEEP_CHANGES_DAYS  看板变更的保留天数（400）
  TOCSIN_METRICS_TOKEN 持有者可读取 /metrics；不设则只有本机可读
  TOCSIN_METRICS_PORT  投影提供自身 /metrics 的端口；不设则不提供
  TOCSIN_MAP_URL       地图样式或瓦片的地址；不设则由城市配置绘制
  LOG_LEVEL            数据目录中日志的级别（info）`,
  },
  partHelp: {
    gateway: '提供控制台和接口。可同时运行任意多个网关。',
    projections: '保持读模型最新。同一时间只有一个起主导作用。',
    rebuild: '由日志重建读模型。',
  },

  personHelp: {
    description: '任用人员、列出人员、设置口令。',
    data: '数据目录（默认：TOCSIN_DATA 或 .data）',
    add: '任用一人，或变更其任职',
    list: '列出人员',
    password: '设置口令',
    account: '登录用的账户名',
    name: '显示的姓名',
    role: 'dispatcher、liaison、commander、auditor 或 administrator，可重复',
    department: '联络员所代表的部门',
    city: '可见其事务的城市，可重复；* 表示全部',
    passwordStdin: '从标准输入读取口令，不再询问',
  },
  passwordPrompt: '口令：',
  passwordAgain: '再输一次：',
  passwordsDiffer: '两次输入的口令不同，未作任何更改。',
  nothingChanged: '未作任何更改。',
  passwordShort: (least) => `口令至少 ${least} 个字符。`,
  passwordNoTerminal: '没有终端可供输入口令。请用 --password-stdin 由标准输入提供。',
  roleUnknown: (role, roles) => `--role 必须是 ${roles} 之一，而不是“${role}”。`,
  roleMissing: (roles) => `缺少 --role，可选 ${roles}。`,
  personUnknown: (account) => `没有账户为“${account}”的人员。`,
  personRefused: (code, field) => `被拒绝：${code}${field && `（${field}）`}。`,
  personAdded: (account) => `“${account}”已任用，可以登录。`,
  passwordChanged: (account) => `“${account}”的口令已设置。`,
  personColumns: ['账户', '姓名', '角色', '部门', '城市'],
  noPeople: '尚未任用任何人。',
};
