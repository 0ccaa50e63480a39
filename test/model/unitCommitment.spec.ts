import {
  type Commitment,
  type IncidentCommand,
  isOpen,
  isOpenMutualAid,
  isRejection,
  type LogEvent,
  type Target,
  type UnitCommand,
} from '@tocsin/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { later, person } from '../../domain/src/specification.testkit.ts';
import { PolicyRunner } from './policyRunner.testkit.ts';
import { type Answer, incidentIds, lentUnit, ownUnits, TwoStreams } from './twoStreams.testkit.ts';
import { stages, UnitLedger } from './unitLedger.testkit.ts';

const units = [...ownUnits, lentUnit];
const dispatchers = [person('chen'), person('liu')] as const;

/** The city as it really goes: two streams a unit's way, dispatchers, and a runner between. */
class City {
  readonly world = new TwoStreams();
  readonly runner = new PolicyRunner(this.world);
  /** What each dispatcher's screen last showed of each unit. */
  readonly #shown = new Map<string, number>();
  #commands = 0;

  look(who: number, unit: string): void {
    this.#shown.set(`${who} ${unit}`, this.world.unit(unit).events.length);
  }

  order(who: number, target: Target): Answer {
    this.#commands += 1;
    const actor = dispatchers[who % dispatchers.length] ?? dispatchers[0];
    const seen = target.stream === 'unit' ? this.#shown.get(`${who} ${target.id}`) : undefined;
    const commandId = `command-${this.#commands}`;
    return this.world.send(target, { commandId, actor, ...(seen === undefined ? {} : { seen }) });
  }
}

/** What the log says, counted by hand as it grows. */
class Ledger {
  readonly units = new Map(units.map((unit) => [unit, new UnitLedger()]));
  #read = 0;

  follow({ log }: TwoStreams): void {
    for (const event of log.slice(this.#read)) {
      const ledger = this.units.get(event.stream.slice('unit-'.length));
      if (event.stream.startsWith('unit-')) ledger?.follow(event as never);
    }
    this.#read = log.length;
  }
}

class Deed implements fc.Command<Ledger, City> {
  readonly #text: string;
  readonly #act: (city: City, ledger: Ledger) => void;

  constructor(text: string, act: (city: City, ledger: Ledger) => void) {
    this.#text = text;
    this.#act = act;
  }

  check = (): boolean => true;
  run(ledger: Ledger, city: City): void {
    this.#act(city, ledger);
    ledger.follow(city.world);
  }
  toString = (): string => this.#text;
}

const who = fc.nat({ max: 1 });
const unit = fc.constantFrom(...units);
const incident = fc.constantFrom(...incidentIds);

const unitDeed = (
  text: string,
  command: (city: City, unit: string) => UnitCommand,
): fc.Arbitrary<Deed> =>
  fc.tuple(who, unit).map(
    ([by, id]) =>
      new Deed(`${by}: ${text} ${id}`, (city, ledger) => {
        const held = ledger.units.get(id)?.active;
        const answer = city.order(by, { stream: 'unit', id, command: command(city, id) });
        if (isRejection(answer) && answer.rejected === 'unitCommitted')
          expect([held?.incident, ...waiting(city, id)]).toContain(answer.facts.incident);
      }),
  );
const waiting = ({ world }: City, id: string): string[] =>
  world.unit(id).state.stacked.map((one) => one.incident);

/** One of the assignments that the unit holds, had or never had. An id is drawn for one unit. */
const some = ({ world }: City, id: string, n: number): string => {
  const { active, stacked } = world.unit(id).state;
  const held = [active, ...stacked].flatMap((one) => (one ? [one.assignment] : []));
  return held[n] ?? `${id} ${n}`;
};

const dispatch = fc
  .record({ n: fc.nat({ max: 5 }), incident, stack: fc.boolean(), fromReserve: fc.boolean() })
  .chain(({ n, ...rest }) =>
    unitDeed(`dispatch ${n} ${JSON.stringify(rest)}`, (_, id) => ({
      type: 'DispatchUnit',
      data: { assignment: `${id} ${n}`, ...rest, reason: 'r' },
    })),
  );
const held = fc.nat({ max: 2 });
const stage = fc
  .tuple(held, fc.constantFrom('onScene', 'onScene', 'cleared', ...stages))
  .chain(([n, reached]) =>
    unitDeed(`${n} is ${reached}`, (city, id) => ({
      type: 'RecordStage',
      data: { assignment: some(city, id, n), stage: reached },
    })),
  );
const withHeld = (type: 'ActivateAssignment' | 'CancelAssignment' | 'ConfirmPar') =>
  held.chain((n) =>
    unitDeed(`${type} ${n}`, (city, id) => ({
      type,
      data: { assignment: some(city, id, n), reason: 'r' },
    })),
  );
const plain = fc
  .constantFrom<UnitCommand>(
    { type: 'GoOffDuty', data: { reason: 'r' } },
    { type: 'GoOnDuty', data: {} },
    { type: 'ReleaseFromReserve', data: {} },
    { type: 'ReturnUnit', data: { reason: 'r' } },
  )
  .chain((command) => unitDeed(command.type, () => command));
const hold = fc.option(fc.integer({ min: 1, max: 900 }), { nil: undefined }).chain((seconds) =>
  unitDeed(`hold for ${seconds}`, ({ world }) => ({
    type: 'HoldInReserve',
    data: { reason: 'r', ...(seconds === undefined ? {} : { until: after(world.now, seconds) }) },
  })),
);
const after = (now: string, seconds: number): string =>
  new Date(Date.parse(now) + seconds * 1000).toISOString();

const incidentDeed = (command: (request: string) => IncidentCommand): fc.Arbitrary<Deed> =>
  fc.tuple(incident, fc.constantFrom('r-1', 'r-2')).map(([id, n]) => {
    const said = command(`${id} ${n}`);
    return new Deed(`${id}: ${JSON.stringify(said)}`, (city) => {
      city.order(0, { stream: 'incident', id, command: said });
    });
  });
const ends = fc
  .constantFrom<IncidentCommand>(
    { type: 'ResolveIncident', data: { summary: 's' } },
    { type: 'CancelIncident', data: { reason: 'false', note: 'n' } },
  )
  .chain((command) => incidentDeed(() => command));
const reopen = incidentDeed(() => ({ type: 'ReopenIncident', data: { reason: 'r' } }));
const wanted = { jurisdiction: 'north', capability: 'water', count: 1, reason: 'r' };
const granted = [{ callSign: 'N7', department: 'fire', kind: 'engine' }];
/** The neighbour answers at once. */
const borrow = fc.tuple(incident, fc.constantFrom('r-1', 'r-2')).map(
  ([id, n]) =>
    new Deed(`${id} borrows for ${n}`, (city) => {
      const request = `${id} ${n}`;
      const ask = { type: 'RequestMutualAid', data: { request, ...wanted } } as const;
      city.order(0, { stream: 'incident', id, command: ask });
      const data = { request, granted: true, units: granted, note: '' };
      city.order(1, { stream: 'incident', id, command: { type: 'AnswerMutualAid', data } });
    }),
);
const giveBack = incidentDeed((request) => ({
  type: 'EndMutualAid',
  data: { request, reason: 'r' },
}));

const pick = fc.nat({ max: 3 });
const running = fc.oneof(
  { weight: 6, arbitrary: pick.map((n) => new Deed(`step ${n}`, (city) => city.runner.step(n))) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(pick, fc.boolean())
      .map(([n, crashes]) => new Deed(`fire ${n}`, (city) => city.runner.fire(n, crashes))),
  },
  { weight: 2, arbitrary: fc.constant(new Deed('crash', (city) => city.runner.crash())) },
  fc.constant(new Deed('lose the database', (city) => city.runner.loseDatabase())),
  fc.constant(new Deed('catch up', (city) => city.runner.catchUp())),
);
const time = fc
  .constantFrom(30, 150, 1000)
  .map((seconds) => new Deed(`${seconds} s`, (city) => city.world.pass(seconds)));
const looking = fc
  .tuple(who, unit)
  .map(([by, id]) => new Deed(`${by} looks at ${id}`, (city) => city.look(by, id)));

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 4, arbitrary: running },
  { weight: 3, arbitrary: dispatch },
  { weight: 3, arbitrary: stage },
  withHeld('ActivateAssignment'),
  withHeld('CancelAssignment'),
  withHeld('ConfirmPar'),
  fc.oneof(plain, hold),
  { weight: 2, arbitrary: time },
  looking,
  fc.oneof(ends, reopen),
  fc.oneof(borrow, giveBack),
);

const before: readonly Commitment['stage'][] = ['stacked', 'dispatched', 'enRoute'];
const of = ({ world }: City, stream: string): readonly LogEvent[] =>
  world.log.filter((event) => event.stream === stream);

/** [U2] What the incident says of each assignment is what the unit says of it. */
function expectAgreement(city: City): void {
  const carried: string[] = [];
  const decided: string[] = [];
  for (const id of incidentIds)
    for (const { assignment: a, unit: u, reached } of city.world
      .incident(id)
      .state.commitments.values())
      carried.push(...Object.keys(reached).map((one) => `${id} ${u} ${a} ${one}`));
  for (const id of units)
    for (const event of of(city, `unit-${id}`)) {
      const step = stepOf(event);
      if (step) decided.push(`${step.incident} ${id} ${step.assignment} ${step.stage}`);
    }
  expect(carried.toSorted()).toEqual(decided.toSorted());
  const recorded = city.world.log.filter(({ type }) => type === 'UnitCommitted');
  const sent = city.world.log.filter(
    ({ type }) => type === 'UnitDispatched' || type === 'AssignmentStacked',
  );
  expect(recorded).toHaveLength(sent.length);
}

function stepOf(event: LogEvent) {
  switch (event.type) {
    case 'UnitDispatched':
    case 'AssignmentActivated':
      return { ...event.data, stage: 'dispatched' };
    case 'AssignmentStacked':
      return { ...event.data, stage: 'stacked' };
    case 'AssignmentStageReached':
      return event.data;
    case 'AssignmentCancelled':
      return { ...event.data, stage: 'cancelled' };
    default:
      return undefined;
  }
}

/** [U8] Each check asked once, overdue once and only unanswered, and each outcome recorded once. */
function expectParOnce(city: City): void {
  for (const id of units) {
    const said = of(city, `unit-${id}`).flatMap(({ type, data }) =>
      type === 'ParRequested' || type === 'ParConfirmed' || type === 'ParOverdue'
        ? [{ type, key: `${data.assignment} ${data.check}` }]
        : [],
    );
    const all = said.map(({ type, key }) => `${type} ${key}`);
    expect(new Set(all).size).toBe(all.length);
    for (const [at, { type, key }] of said.entries()) {
      const earlier = said.slice(0, at).filter((one) => one.key === key);
      const types = earlier.map((one) => one.type);
      if (type === 'ParOverdue') expect(types).toEqual(['ParRequested']);
      if (type === 'ParRequested') expect(types).toEqual([]);
    }
    const { active } = city.world.unit(id).state;
    if (active?.stage !== 'onScene' || !active.par) continue;
    const { due, answerBy, overdueSince } = active.par;
    if (due !== undefined && due <= city.world.now) expect(answerBy).toBeDefined();
    if (answerBy !== undefined && answerBy <= city.world.now) expect(overdueSince).toBeDefined();
  }
  const outcomes = city.world.log.filter(
    ({ type }) => type === 'ParConfirmed' || type === 'ParOverdue',
  );
  const recorded = city.world.log.filter(({ type }) => type === 'UnitParRecorded');
  expect(recorded).toHaveLength(outcomes.length);
}

/** [U6] [U9] [U10] Nothing is held, promised or lent longer than it should be. */
function expectReleased(city: City): void {
  for (const id of incidentIds) {
    const { state } = city.world.incident(id);
    const stages = [...state.commitments.values()].map((one) => one.stage);
    if (!isOpen(state)) expect(stages.filter((one) => before.includes(one))).toEqual([]);
  }
  for (const id of units) {
    const { reserve, lent, active, stacked } = city.world.unit(id).state;
    expect((reserve?.until ?? later(1e9)) > city.world.now).toBe(true);
    if (!lent || active || stacked.length > 0) continue;
    const aid = city.world.incident(lent.incident).state.mutualAid.get(lent.request);
    expect(aid && isOpenMutualAid(aid)).toBe(true);
  }
}

describe('[U1] [U2] [U3] two units, two incidents, dispatchers who race and a runner that crashes', () => {
  it('[U6] [U8] [U9] [U10] never commit a unit twice, and agree when the runner has caught up', () => {
    fc.assert(
      fc.property(fc.commands([deed], { size: 'max', maxCommands: 200 }), (commands) => {
        const city = new City();
        const ledger = new Ledger();
        fc.modelRun(() => ({ model: ledger, real: city }), commands);
        city.runner.catchUp();
        ledger.follow(city.world);
        expectAgreement(city);
        expectParOnce(city);
        expectReleased(city);
        expect(city.runner.refused).toEqual([]);
      }),
      { numRuns: 500 },
    );
  }, 60_000);
});
