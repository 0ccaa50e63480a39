import type { Actor, IncidentCommand, IncidentEvent, Task } from '@tocsin/domain';
import { incidentDecider, isRejection } from '@tocsin/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { city } from '../../domain/src/city.testkit.ts';
import { confirmed, fireTask, reported } from '../../domain/src/incident.testkit.ts';
import { dispatcher, later, person } from '../../domain/src/specification.testkit.ts';
import { Stream } from './stream.testkit.ts';

const task = fireTask.task;
const actors = [dispatcher, person('fire-1', 'fire'), person('fire-2', 'fire')];

/** What may follow what; written from the promise [T1], not from the code. */
const legal: Readonly<Record<Task['status'], readonly Task['status'][]>> = {
  assigned: ['delivered', 'cancelled'],
  delivered: ['seen', 'cancelled'],
  seen: ['accepted', 'objected', 'cancelled'],
  accepted: ['started', 'cancelled'],
  objected: ['assigned', 'cancelled'],
  started: ['done', 'cancelled'],
  done: ['verified', 'returned', 'cancelled'],
  returned: ['started', 'cancelled'],
  verified: [],
  cancelled: [],
};

type Incident = Stream<
  typeof incidentDecider.initial,
  IncidentCommand,
  IncidentEvent,
  Parameters<typeof incidentDecider.decide>[2]
>;

/** The incident with one task given, and the time that has passed. */
interface Desk {
  readonly incident: Incident;
  seconds: number;
}

const contextOf = ({ seconds }: Desk, actor: Actor) => ({ now: later(seconds), actor, city });

function newDesk(): Desk {
  const incident: Incident = new Stream(incidentDecider);
  incident.append([reported, confirmed], -1, {});
  const desk = { incident, seconds: 0 };
  incident.handle(
    { type: 'AssignTasks', data: { tasks: [fireTask] } },
    contextOf(desk, dispatcher),
  );
  return desk;
}

const taskOf = (incident: Incident): Task => {
  const known = incident.state.tasks.get(task);
  if (!known) throw new Error('the task is gone');
  return known;
};

const commandOf = (desk: Desk, name: string): IncidentCommand => {
  const { acknowledgeBy, escalations } = taskOf(desk.incident);
  const text = { task, reason: 'r', note: 'n' };
  if (name === 'EscalateTask')
    return { type: name, data: { task, step: escalations.length + 1, deadline: acknowledgeBy } };
  return { type: name, data: text } as unknown as IncidentCommand;
};

const names = [
  'RecordDelivery',
  'RecordSeen',
  'AcceptTask',
  'ObjectToTask',
  'UpholdObjection',
  'RejectObjection',
  'StartTask',
  'ReportProgress',
  'FinishTask',
  'ReturnTask',
  'VerifyTask',
  'CancelTask',
  'EscalateTask',
];

class Step implements fc.Command<Record<never, never>, Desk> {
  readonly #name: string;
  readonly #actor: Actor;
  readonly #pause: number;

  constructor(name: string, actor: Actor, pause: number) {
    this.#name = name;
    this.#actor = actor;
    this.#pause = pause;
  }

  check = (): boolean => true;

  run(_: object, desk: Desk): void {
    desk.seconds += this.#pause;
    const before = taskOf(desk.incident);
    const count = desk.incident.events.length;
    const rejection = desk.incident.handle(
      commandOf(desk, this.#name),
      contextOf(desk, this.#actor),
      { by: this.#actor, at: later(desk.seconds) },
    );
    const after = taskOf(desk.incident);
    if (rejection) expect(after).toEqual(before);
    if (before.accepted) expect(after.accepted).toEqual(before.accepted);
    if (this.#name === 'VerifyTask' && !rejection) expect(before.done?.by).not.toEqual(this.#actor);
    const unanswered = ['assigned', 'delivered', 'seen'].includes(before.status);
    const added = desk.incident.events.slice(count);
    if (added.some((event) => event.type === 'TaskEscalated')) expect(unanswered).toBe(true);
    expectPath(desk.incident);
    expectEvidence(after);
  }

  toString = (): string => `${this.#name} by ${this.#actor.id} after ${this.#pause} s`;
}

/** [T1] Every status the task ever had follows legally from the one before. */
function expectPath({ events }: Incident): void {
  let incident = incidentDecider.initial;
  let status: Task['status'] | undefined;
  for (const event of events) {
    incident = incidentDecider.evolve(incident, event);
    const next = incident.tasks.get(task)?.status;
    if (status && next && next !== status) expect(legal[status]).toContain(next);
    status = next ?? status;
  }
}

/** [T3] Each link that the status implies is there, and they stand in order of time. */
function expectEvidence(known: Task): void {
  const { assigned, delivered, seen, accepted, started, done } = known;
  const reached = { accepted, started, done, objected: known.objection };
  if (known.status !== 'cancelled' && known.status in reached)
    expect(reached[known.status as keyof typeof reached]).toBeDefined();
  const answered = known.status !== 'assigned' && accepted;
  const chain = answered
    ? [assigned, delivered, seen, accepted, started, done]
    : [assigned, delivered, seen];
  const times = chain.filter((link) => link !== undefined).map((link) => link.recordedAt);
  expect(times).toEqual([...times].sort());
  if (answered) expect([delivered, seen]).not.toContain(undefined);
  if (known.verified) expect(done).toBeDefined();
}

describe('[T1] [T2] [T3] [T5] the life of a task, whoever does what when', () => {
  const step = fc
    .tuple(fc.constantFrom(...names), fc.constantFrom(...actors), fc.nat({ max: 200 }))
    .map(([name, actor, pause]) => new Step(name, actor, pause));

  it('keeps its path, its evidence, its first claim and its silence', () => {
    fc.assert(
      fc.property(fc.commands([step], { maxCommands: 40 }), (commands) => {
        fc.modelRun(() => ({ model: {}, real: newDesk() }), commands);
      }),
      { numRuns: 400 },
    );
  });

  it('is the same when everyone decides on what they last read, and the log settles it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...actors)), {
          maxLength: 12,
        }),
        async (scheduler, wishes) => {
          const desk = newDesk();
          const act = async (name: string, actor: Actor): Promise<boolean> => {
            for (;;) {
              await scheduler.schedule(Promise.resolve(), `${actor.id} reads for ${name}`);
              const seenAt = desk.incident.revision;
              const decided = desk.incident.decide(commandOf(desk, name), contextOf(desk, actor));
              await scheduler.schedule(Promise.resolve(), `${actor.id} sends ${name}`);
              if (isRejection(decided) || decided.length === 0) return false;
              if (desk.incident.append(decided, seenAt, { by: actor })) return true;
            }
          };
          const acts = wishes.map(([name, actor]) => act(name, actor));
          await scheduler.waitFor(Promise.all(acts));
          const claims = desk.incident.events.filter((event) => event.type === 'TaskAccepted');
          expect(claims.length).toBeLessThanOrEqual(1);
          expectPath(desk.incident);
          expectEvidence(taskOf(desk.incident));
        },
      ),
      { numRuns: 200 },
    );
  });
});
