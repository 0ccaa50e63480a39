import type { BadRowReason } from '../sfFireRow.ts';
import type { LeftOpen } from '../tally.ts';
import type { en } from './en.ts';

function badRow(reason: BadRowReason): string {
  switch (reason.code) {
    case 'unreadable':
      return '该行的字段数与表头不符';
    case 'missing':
      return `缺少 ${reason.column}`;
    case 'notANumber':
      return `${reason.column} 不是数字：“${reason.value}”`;
    case 'notATime':
      return `${reason.column} 不是形如 04/07/2020 11:53:08 PM 的日期时间：“${reason.value}”`;
    case 'skippedByClock':
      return `${reason.column} 落在夏令时跳过的那一小时内：“${reason.value}”`;
    case 'inTheFuture':
      return `${reason.column} 晚于当前时间：“${reason.value}”`;
    case 'notALocation':
      return `${reason.column} 不是形如 (37.77, -122.41) 的坐标：“${reason.value}”`;
    case 'outsideCity':
      return `${reason.column} 不在旧金山范围内：“${reason.value}”`;
    case 'stageOrder':
      return `${reason.column}（${reason.value}）早于 ${reason.after}（${reason.afterValue}）`;
    case 'duplicate':
      return `RowID ${reason.rowId} 已在第 ${reason.firstLine} 行出现`;
  }
}

const leftOpen: Readonly<Record<LeftOpen, string>> = {
  noAvailableTime: '文件没有给出最后一个单位恢复待命的时间',
  people: '已有人员接手其中的事项',
  units: '仍有单位在执行任务',
};

export const zh: typeof en = {
  badRow,
  line: (line) => `第 ${line} 行`,
  refused: (code, facts) => `被拒绝：${code}${facts && `（${facts}）`}`,
  more: (count) => `……另有 ${count} 条`,

  kinds: `tocsin import <种类> 文件 [选项]

  sf-fire   旧金山 “Fire Department Calls for Service”（CSV）

  tocsin import <种类> --help 查看详情。`,
  help: `tocsin import sf-fire 文件 [选项]

  把旧金山 “Fire Department Calls for Service” 的 CSV 经由与人员操作相同的命令导入。
  一行即一个单位的一次出警。

选项：
  --speed max|N    max（默认）：尽快导入；N：自第一个报警起，以实际速度的 N 倍播放
                   （60 即一分钟播放一小时）
  --in-flight N    同时在途的命令数，1 至 1024（默认 64）
  --data DIR       数据目录（默认：TOCSIN_DATA 或 .data）
  --help           显示本说明

导入到何处：优先为该数据目录上正在运行的 Tocsin，其次为 EVENTSTORE_URL，再次为数据目录本身。
文件中的时间为旧金山当地时间；事发时间按文件，记录时间为现在。秋季重复的那一小时按第一次计，
除非只有第二次与前一时间顺序相符。

导入的内容：
  - 城市“旧金山”：消防大队为辖区，街区为网格。
  - 每个报警成为一条警情和一起事件。最终优先级 3（鸣笛亮灯）为优先级 2，其中接警员标为 “E”
    （危及生命）的为优先级 1；最终优先级 2 为优先级 3。
  - 单位在首次派遣时登记；每行为其一次任务。与该单位前一行重叠的行先排队，待前一行结束后补录。
    缺少恢复待命时间的，以该单位下一次派遣为结束，并予注明。
  - 城市档案中每种报警类型有一份预案（首批力量）和一个责任部门。录入报警时启用预案：按能力请求
    力量，并可向其他部门派发任务（燃气泄漏和异味派燃气公司，电气险情派电力公司，交通事故和车辆
    火灾派警察局，等等）；最先派出且符合要求的单位计入请求。不鸣笛亮灯的医疗急救不派水罐消防车。
  - 全部单位恢复待命后，事件由 “SF fire calls import” 办结，由 “SF fire calls import,
    closing desk” 结案，因为办结者不得结案。文件没有其他部门的处置记录，故无人应答的任务予以
    取消；已有人员接受任务的事件留给人员处理。

最后以表格比较每个报警头三分钟内实际派出的单位与推荐规则按预案从当时空闲单位中会派出的单位。
文件没有消防站坐标，以下列位置代替：水罐车和云梯车取其编号所示消防站辖区内报警的中心，大队指挥车
取本大队报警的中心，其他单位取其上一次出警地点。

错误的行予以报告并跳过。同一文件再次导入不会新增内容；被停止或中断的导入，再次运行同一命令即可继续。
整个文件保存在内存中，每行约 2 kB。`,

  unknownKind: (kind) => `没有“${kind}”这种导入；现有：sf-fire。`,
  noFile: '缺少要导入的文件：tocsin import sf-fire 文件。',
  tooManyFiles: '一次只能导入一个文件：tocsin import sf-fire 文件。',
  unknownOption: (message) => `${message}。选项见 tocsin import sf-fire --help。`,
  badSpeed: (value) => `--speed 必须是 max 或大于 0 的数字，而不是“${value}”。`,
  badInFlight: (value) => `--in-flight 必须是 1 至 1024 的整数，而不是“${value}”。`,
  fileMissing: (path) => `没有文件 ${path}。`,
  fileUnreadable: (path, cause) => `无法读取文件 ${path}（${cause}）。`,
  fileNotThisKind: (path, column, others) =>
    `${path} 不是旧金山消防报警的 CSV：缺少列“${column}”${others > 0 ? `等 ${others + 1} 列` : ''}。`,
  fileNoRows: (path) => `${path} 只有表头，没有数据行。`,

  reading: (path) => `正在读取 ${path}`,
  connected: (how) =>
    ({
      running: '正在导入运行中的 Tocsin',
      url: '正在导入 EVENTSTORE_URL 所指的服务器',
      embedded: '正在导入数据目录；没有其他程序在使用它',
    })[how],
  checking: '正在查找先前已导入的内容',
  progress: (done, all, percent, rate, left) =>
    `${done}/${all} 步（${percent}%），每秒 ${rate} 步，剩余 ${left}`,
  bar: '{bar} {percentage}% | {value}/{total} 步 | 每秒 {rate} 步 | 剩余 {left}',
  outage: (code, seconds) => `事件存储没有应答（${code}）；将在 ${seconds} 秒内继续重试。`,
  recovered: '事件存储已恢复应答。',
  storeGone: (code) => `事件存储一直没有应答（${code}），导入已停止；再次运行同一命令即可继续。`,
  stopping: '正在停止：先完成在途的命令。再按一次 Ctrl-C 立即结束。',
  stopped: '未到末尾即停止。再次运行同一命令即可继续。',

  summary: '汇总',
  counts: {
    rows: '行数',
    bad: '错误',
    calls: '报警',
    units: '单位',
    tasks: '派发的任务',
    stacked: '排队的出警',
    inferred: '推定的结束',
    freed: '结束前一文件遗留出警的单位',
    commands: '命令',
    rejected: '被拒绝',
    skipped: '因拒绝而略过',
    events: '新增事件记录',
    already: '已存在的步骤',
    leftOpen: '未结案',
    seconds: '用时（秒）',
  },
  agreement: {
    title: '推荐结果与实际派遣的比较：',
    unitType: '单位类型',
    real: '实际派出',
    recommended: '推荐',
    agreed: '同一单位',
    share: '占实际派出',
    all: '合计',
    untyped: '未知',
  },
  badRows: '错误的行（未导入）：',
  rejections: '被拒绝的命令：',
  leftOpen: (count, why) => `${count} 起事件未结案：${leftOpen[why]}。`,
};
