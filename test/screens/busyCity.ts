import { randomUUID } from 'node:crypto';
import { demoUnits } from '@tocsin/local';
import { type Dice, dice } from '../day/random.ts';
import { ApiClient, type CommandAnswer } from '../system/apiClient.ts';

const city = 'xinghe';

/** Kind, what the caller says, the departments that get a task, the capability of the units sent. */
type Call = readonly [
  type: string,
  what: string,
  address: string,
  departments: readonly string[],
  instruction: string,
];

const calls: readonly Call[] = [
  [
    'gas-leak',
    '楼道内有强烈燃气味，两人头晕 Strong smell of gas in the stairwell, two people dizzy',
    '滨江路 12 号 12 Binjiang Road',
    ['fire', 'gas', 'police'],
    '关闭主阀，疏散楼内人员 Shut the main valve, clear the building',
  ],
  [
    'structure-fire',
    '三楼厨房起火，烟很大 Kitchen on fire on the third floor, thick smoke',
    '朝阳路 88 号 88 Chaoyang Road',
    ['fire', 'police', 'health', 'power'],
    '灭火并搜救 Put the fire out, search every floor',
  ],
  [
    'water-main-burst',
    '路面冒水，已漫过人行道 Water comes out of the road and over the pavement',
    '文昌路口 Wenchang Road crossing',
    ['water-supply', 'traffic-police'],
    '关阀抢修，疏导交通 Close the valve, repair, keep the traffic moving',
  ],
  [
    'traffic-collision',
    '两车相撞，一人被困 Two cars collided, one person trapped',
    '望岳路隧道 Wangyue Road tunnel',
    ['traffic-police', 'fire', 'health'],
    '破拆救人，封闭一条车道 Free the person, close one lane',
  ],
  [
    'power-outage',
    '整个小区停电 The whole compound is without power',
    '湖滨街道 Hubin Subdistrict',
    ['power'],
    '查明原因，先恢复医院 Find the cause, the hospital first',
  ],
  [
    'road-collapse',
    '路面塌陷约三米 The road has sunk by three metres',
    '书院路 4 号 4 Shuyuan Road',
    ['urban-management', 'traffic-police', 'gas'],
    '围挡，查管线 Fence it off, look for the pipes beneath',
  ],
  [
    'hazardous-release',
    '化工厂储罐泄漏，有刺激性气味 A tank leaks at the chemical plant, a pungent smell',
    '高新区化工园 Gaoxin chemical park',
    ['fire', 'emergency-management', 'health', 'police'],
    '堵漏、稀释、疏散下风向 Plug it, dilute, clear what lies downwind',
  ],
  [
    'entrapment',
    '电梯困人，四名乘客 Four people stuck in a lift',
    '星河广场 Xinghe Plaza',
    ['fire', 'market-supervision'],
    '救出乘客，封停电梯 Get them out, seal the lift',
  ],
];

/** What somebody's command came to; a busy city has no time for refusals that nobody expected. */
async function done(what: string, answer: Promise<CommandAnswer>): Promise<void> {
  const { __typename, message } = await answer;
  if (__typename !== 'Accepted') throw new Error(`${what}: ${message ?? __typename}`);
}

interface People {
  readonly dispatcher: ApiClient;
  readonly commander: ApiClient;
  /** By department. */
  readonly liaisons: ReadonlyMap<string, ApiClient>;
}

const accounts: Readonly<Record<string, string>> = {
  fire: 'fire',
  gas: 'gas',
  police: 'police',
  health: 'health',
  power: 'power',
  'water-supply': 'water-supply',
  'traffic-police': 'traffic',
  'urban-management': 'urban',
  'emergency-management': 'emergency',
  'market-supervision': 'market',
};

async function signedIn(url: string): Promise<People> {
  const liaisons = new Map<string, ApiClient>();
  for (const [department, account] of Object.entries(accounts))
    liaisons.set(department, await new ApiClient(url).signIn(account));
  const dispatcher = await new ApiClient(url).signIn('dispatcher');
  const commander = await new ApiClient(url).signIn('commander');
  return { dispatcher, commander, liaisons };
}

const ago = (seconds: number): string => new Date(Date.now() - seconds * 1000).toISOString();

/** A place within the demo city, away from its edge. */
const placeIn = (draw: Dice): { lon: number; lat: number } => ({
  lon: 113.02 + draw.below(26_000) / 100_000,
  lat: 28.115 + draw.below(17_000) / 100_000,
});

/** How far a department has got with its task, each a step further than the one before. */
async function workOn(
  liaison: ApiClient,
  incident: string,
  task: string,
  steps: number,
): Promise<void> {
  const declared = { incident: 'ID!', task: 'ID!' };
  const of = { incident, task };
  const names = ['recordDelivery', 'recordSeen', 'acceptTask', 'startTask'];
  for (const name of names.slice(0, steps)) await done(name, liaison.command(name, declared, of));
  if (steps > names.length)
    await done(
      'finishTask',
      liaison.command(
        'finishTask',
        { ...declared, note: 'String!' },
        { ...of, note: '已完成，现场无异常 Done, nothing unusual on site' },
      ),
    );
}

interface Sent {
  readonly unit: string;
  readonly lon: number;
  readonly lat: number;
}

async function send(
  { dispatcher, liaisons }: People,
  incident: string,
  { unit, lon, lat }: Sent,
  stages: number,
): Promise<void> {
  const assignment = randomUUID();
  await done(
    'dispatchUnit',
    dispatcher.command(
      'dispatchUnit',
      { incident: 'ID!', unit: 'ID!', assignment: 'ID!' },
      { incident, unit, assignment },
    ),
  );
  for (const stage of ['EN_ROUTE', 'ON_SCENE'].slice(0, stages))
    await done(
      'recordStage',
      dispatcher.command(
        'recordStage',
        { unit: 'ID!', assignment: 'ID!', stage: 'Stage!' },
        { unit, assignment, stage },
      ),
    );
  await done(
    'reportPosition',
    (liaisons.get('fire') ?? dispatcher).command(
      'reportPosition',
      { unit: 'ID!', lon: 'Float!', lat: 'Float!', at: 'DateTime' },
      { unit, lon, lat, at: ago(stages * 90) },
    ),
  );
}

/** What was found while it still went on, and what puts it right. */
async function findAt(dispatcher: ApiClient, incident: string, department: string): Promise<void> {
  const finding = randomUUID();
  const text = '第二现场无人接应 Nobody met the crews at the second entrance';
  await done(
    'recordFinding',
    dispatcher.command(
      'recordFinding',
      { incident: 'ID!', finding: 'ID!', text: 'String!', severity: 'Severity' },
      { incident, finding, text, severity: 'MEDIUM' },
    ),
  );
  const assign = {
    action: randomUUID(),
    finding,
    department,
    owner: null,
    text: '预案中写明各入口接应人 Name in the plan who meets the crews at each entrance',
    dueBy: ago(-7 * 24 * 3600),
  };
  await done(
    'assignAction',
    dispatcher.command(
      'assignAction',
      { incident: 'ID!', assign: 'AssignActionInput!' },
      { incident, assign },
    ),
  );
}

async function oneIncident(
  people: People,
  draw: Dice,
  index: number,
  free: string[],
): Promise<void> {
  const { dispatcher, liaisons } = people;
  const [type, what, address, departments, instruction] = draw.one(calls);
  const incident = randomUUID();
  const { lon, lat } = placeIn(draw);
  await done(
    'reportIncident',
    dispatcher.command(
      'reportIncident',
      { report: 'ReportInput!' },
      {
        report: {
          incident,
          report: randomUUID(),
          city,
          channel: 'PHONE',
          what,
          place: { address, lon, lat },
          reporter: { name: '王小明 Wang Xiaoming', phone: '138 0000 0000' },
          receivedAt: ago(90 + draw.below(5000)),
        },
      },
    ),
  );
  if (index % 9 === 8) return;
  await done(
    'confirmIncident',
    dispatcher.command(
      'confirmIncident',
      { incident: 'ID!', confirm: 'ConfirmInput!' },
      { incident, confirm: { type, grade: 1 + draw.below(4), priority: 1 + draw.below(4) } },
    ),
  );
  const tasks = departments.map((department) => ({
    task: randomUUID(),
    department,
    instruction,
    acknowledgeWithin: index % 5 === 4 ? 30 : 1800,
  }));
  await done(
    'assignTasks',
    dispatcher.command(
      'assignTasks',
      { incident: 'ID!', tasks: '[NewTaskInput!]!' },
      {
        incident,
        tasks: tasks.map((task, at) => ({ ...task, part: at === 0 ? 'LEAD' : 'ASSIST' })),
      },
    ),
  );
  for (const [at, { task, department }] of tasks.entries()) {
    const liaison = liaisons.get(department);
    const steps = index % 5 === 4 && at === 0 ? 1 : draw.below(6);
    if (liaison) await workOn(liaison, incident, task, steps);
  }
  const [lead] = departments;
  if (index % 12 === 1 && lead) await findAt(dispatcher, incident, lead);
  if (!departments.includes('fire')) return;
  for (let sent = 0; sent < 2; sent += 1) {
    const unit = free.pop();
    const beside = { lon: lon + (sent - 0.5) / 300, lat: lat + sent / 400 };
    if (unit) await send(people, incident, { unit, ...beside }, draw.below(3));
  }
}

async function warn(commander: ApiClient): Promise<void> {
  const warnings = [
    ['ORANGE', '暴雨 Rainstorm', { districts: ['linjiang'] }],
    ['YELLOW', '高温 Heat wave', { subdistricts: ['donghu-s1', 'donghu-s2'] }],
    ['BLUE', '大风 Gale', { subdistricts: ['songshan-s1'] }],
  ] as const;
  for (const [level, hazard, area] of warnings)
    await done(
      'issueWarning',
      commander.command(
        'issueWarning',
        { warning: 'WarningInput!' },
        {
          warning: {
            warning: randomUUID(),
            city,
            level,
            hazard,
            area,
            from: ago(600),
            until: ago(-6 * 3600),
            impact: '低洼地带积水 Low ground floods',
            advice: '减少外出 Stay in where you can',
            issuer: '气象台 Meteorological office',
          },
        },
      ),
    );
}

async function schedule(dispatcher: ApiClient): Promise<void> {
  const event = {
    event: randomUUID(),
    city,
    name: '星河马拉松 Xinghe marathon',
    description: '两万人，临江区封路 20,000 people, roads of Linjiang closed',
    expectedPeople: 20_000,
    from: ago(-24 * 3600),
    until: ago(-32 * 3600),
    area: { districts: ['linjiang'] },
  };
  await done(
    'scheduleEvent',
    dispatcher.command('scheduleEvent', { event: 'PlannedEventInput!' }, { event }),
  );
}

/**
 * Fills the demo city of a running system with an afternoon's work, through its API like any other
 * console: the same seed gives the same incidents.
 */
export async function makeBusy(url: string, incidents = 40, seed = 20_261_121): Promise<void> {
  const people = await signedIn(url);
  const draw = dice(seed);
  const free = demoUnits()
    .filter((unit) => unit.department === 'fire')
    .map((unit) => `${city}.${unit.callSign}`);
  await warn(people.commander);
  await schedule(people.dispatcher);
  const posture = { city, posture: 'ALERT', reason: '橙色暴雨预警 Orange rainstorm warning' };
  await done(
    'changePosture',
    people.commander.command(
      'changePosture',
      { city: 'ID!', posture: 'Posture!', reason: 'String!' },
      posture,
    ),
  );
  for (let index = 0; index < incidents; index += 1)
    await oneIncident(people, draw.fork(`incident ${index}`), index, free);
}
