import {
  commitments,
  type Incident,
  type IncidentCommand,
  type IncidentEvent,
  incidentDecider,
  isRejection,
  type LogEvent,
  position,
  type Recorded,
  revision,
  type UnitCommand,
  type UnitEvent,
} from '@tocsin/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { city } from '../../domain/src/city.testkit.ts';
import { confirmed, reported } from '../../domain/src/incident.testkit.ts';
import { dispatcher, now } from '../../domain/src/specification.testkit.ts';
import type { UnitContext } from '../../domain/src/unit/context.ts';
import { unitDecider } from '../../domain/src/unit/decide.ts';
import { unitContext } from '../../domain/src/unit.testkit.ts';
import { Stream } from './stream.testkit.ts';
import { stages, UnitLedger } from './unitLedger.testkit.ts';

const unitId = 'xinghe.E1';
const facts = {
  unit: unitId,
  city: 'xinghe',
  callSign: 'E1',
  department: 'fire',
  kind: 'engine',
  name: { zh: '一号车', en: 'Engine 1' },
  capabilities: [],
  station: 'Station 1',
};
const incidentIds = ['i-1', 'i-2', 'i-3'] as const;
const assignments = ['a-1', 'a-2', 'a-3', 'a-4'] as const;

type Unit = Stream<typeof unitDecider.initial, UnitCommand, UnitEvent, UnitContext>;
type Incidents = Stream<
  Incident,
  IncidentCommand,
  IncidentEvent,
  Parameters<typeof incidentDecider.decide>[2]
>;

function newUnit(): Unit {
  const unit: Unit = new Stream(unitDecider);
  unit.append(
    [
      { type: 'UnitRegistered', data: facts },
      { type: 'UnitOnDuty', data: {} },
    ],
    -1,
    {},
  );
  return unit;
}

function newIncident(id: string): Incidents {
  const incident: Incidents = new Stream(incidentDecider);
  const report = { ...reported, data: { ...reported.data, incident: id } };
  incident.append([report, confirmed], -1, {});
  return incident;
}

const assignment = fc.constantFrom(...assignments);
const wish: fc.Arbitrary<UnitCommand> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({
        assignment,
        incident: fc.constantFrom(...incidentIds),
        stack: fc.boolean(),
      })
      .map((data): UnitCommand => ({ type: 'DispatchUnit', data })),
  },
  {
    weight: 3,
    arbitrary: fc
      .record({ assignment, stage: fc.constantFrom(...stages) })
      .map((data): UnitCommand => ({ type: 'RecordStage', data })),
  },
  assignment.map((one): UnitCommand => ({ type: 'ActivateAssignment', data: { assignment: one } })),
  assignment.map(
    (one): UnitCommand => ({ type: 'CancelAssignment', data: { assignment: one, reason: 'r' } }),
  ),
  fc.constant<UnitCommand>({ type: 'GoOffDuty', data: { reason: 'r' } }),
  fc.constant<UnitCommand>({ type: 'GoOnDuty', data: {} }),
);

/** [U1] Walks through the unit's record, counting by hand what it is committed to. */
function expectNeverTwice(events: readonly Recorded<UnitEvent>[]): void {
  const ledger = new UnitLedger();
  for (const event of events) ledger.follow(event);
}

const openIncident = { ...unitContext, incident: newIncident('i-1').state };
/** The incident that a dispatch names, as the store would read it: here always open and empty. */
const contextOf = (command: UnitCommand): UnitContext =>
  command.type === 'DispatchUnit' ? openIncident : { ...unitContext, incident: undefined };

describe('[U1] [U3] a unit, whoever wants what of it when', () => {
  it('is never committed twice, nor the same assignment used again', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 60 }), (wishes) => {
        const unit = newUnit();
        for (const command of wishes) unit.handle(command, contextOf(command));
        expectNeverTwice(unit.events);
      }),
      { numRuns: 500, examples: [[reusedWhileHeld]] },
    );
  });

  it('is never committed twice by those who decide on what they last read', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(wish, { maxLength: 16 }),
        async (scheduler, wishes) => {
          const unit = newUnit();
          const act = async (command: UnitCommand): Promise<void> => {
            for (;;) {
              await scheduler.schedule(Promise.resolve(), `read for ${command.type}`);
              const seenAt = unit.revision;
              const decided = unit.decide(command, contextOf(command));
              await scheduler.schedule(Promise.resolve(), `send ${command.type}`);
              if (isRejection(decided) || unit.append(decided, seenAt, {})) return;
            }
          };
          await scheduler.waitFor(Promise.all(wishes.map(act)));
          expectNeverTwice(unit.events);
        },
      ),
      { numRuns: 200 },
    );
  });
});

/** Found by this model: an assignment id taken again for another incident while it was held. */
const reusedWhileHeld: UnitCommand[] = [
  { type: 'DispatchUnit', data: { assignment: 'a-1', incident: 'i-1', stack: false } },
  { type: 'DispatchUnit', data: { assignment: 'a-1', incident: 'i-2', stack: true } },
];

/** One unit, the incidents it goes to, and the policy that carries its steps over. */
class City {
  readonly unit = newUnit();
  readonly incidents = new Map<string, Incidents>(incidentIds.map((id) => [id, newIncident(id)]));
  #handled = 0;

  want(command: UnitCommand): void {
    const id = command.type === 'DispatchUnit' ? command.data.incident : '';
    this.unit.handle(command, { ...unitContext, incident: this.incidents.get(id)?.state });
  }

  /** The policy handles so many events; what it did may be done again after a crash. */
  carry(count: number): void {
    for (const event of this.unit.events.slice(this.#handled, this.#handled + count)) {
      for (const reaction of commitments.react(this.#stored(event))) {
        if (reaction.kind !== 'command') throw new Error('commitments sets no timers');
        const { target } = reaction;
        if (target.stream !== 'incident') throw new Error('commitments are carried to incidents');
        const context = { now, actor: dispatcher, city };
        const incident = this.incidents.get(target.id);
        expect(incident?.handle(target.command, context)).toBeUndefined();
      }
      this.#handled += 1;
    }
  }

  /** The policy forgets the last so many events that it handled. */
  crash(lost: number): void {
    this.#handled = Math.max(0, this.#handled - lost);
  }

  #stored(event: Recorded<UnitEvent>): LogEvent {
    const at = this.unit.events.indexOf(event);
    const id = `event-${at}`;
    return {
      ...event,
      id,
      stream: `unit-${unitId}`,
      revision: revision(at),
      position: position(at),
    };
  }
}

type Happening = (city: City) => void;
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 4, arbitrary: wish.map((command) => (one: City) => one.want(command)) },
  { weight: 2, arbitrary: fc.nat({ max: 5 }).map((count) => (one: City) => one.carry(count)) },
  { weight: 1, arbitrary: fc.nat({ max: 8 }).map((lost) => (one: City) => one.crash(lost)) },
);

/** What the unit's own record says of each assignment: the incident and the stages reached. */
function expectedOf(events: readonly Recorded<UnitEvent>[]) {
  const expected = new Map<string, { incident: string; stages: string[] }>();
  for (const event of events) {
    if (!('assignment' in event.data)) continue;
    const { assignment: id, incident } = event.data;
    const known = expected.get(id) ?? { incident, stages: [] };
    known.stages.push(stageOf(event));
    expected.set(id, known);
  }
  return expected;
}

function stageOf(event: Recorded<UnitEvent>): string {
  if (event.type === 'AssignmentStacked') return 'stacked';
  if (event.type === 'AssignmentCancelled') return 'cancelled';
  return event.type === 'AssignmentStageReached' ? event.data.stage : 'dispatched';
}

describe('[U2] what the unit’s stream decided', () => {
  it('reaches the incidents’ records exactly once, whatever crashes in between', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 60 }), (happenings) => {
        const one = new City();
        for (const happen of happenings) happen(one);
        one.carry(one.unit.events.length);
        const expected = expectedOf(one.unit.events);
        const carried = new Map<string, { incident: string; stages: string[] }>();
        for (const [incident, { state, events }] of one.incidents) {
          for (const { assignment: id, stage, reached } of state.commitments.values()) {
            carried.set(id, { incident, stages: Object.keys(reached) });
            expect(stage).toBe(expected.get(id)?.stages.at(-1));
          }
          const said = events.filter((event) => 'assignment' in event.data);
          const wanted = [...expected.values()].filter((known) => known.incident === incident);
          expect(said).toHaveLength(wanted.flatMap((known) => known.stages).length);
        }
        expect(carried).toEqual(expected);
        expectNeverTwice(one.unit.events);
      }),
      { numRuns: 500 },
    );
  });
});
