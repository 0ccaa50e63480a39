import { randomUUID } from 'node:crypto';
import type { Actor, IncidentCommand, NewTask } from '@tocsin/domain';
import { type Revision, revision } from '@tocsin/domain';
import type { Outcome, Store } from '@tocsin/domain/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { person } from '../../domain/src/specification.testkit.ts';
import { expectChain } from './chain.testkit.ts';
import {
  accepted,
  foundCity,
  metaOf,
  openIncident,
  startNode,
  type TestNode,
} from './node.testkit.ts';

const departments = ['fire', 'police', 'gas'] as const;
const liaisons = Array.from({ length: 60 }, (_, n) =>
  person(`liaison-${n}`, departments[n % departments.length]),
);
const taskCount = 200;

let node: TestNode;
let stores: readonly Store[];
let city: string;

beforeAll(async () => {
  node = await startNode();
  stores = await Promise.all([node.open(), node.open(), node.open({ readFirst: true })]);
  city = await foundCity(storeOf(0));
});
afterAll(() => node.close());

/** The process that a liaison's console happens to be connected to. */
function storeOf(n: number): Store {
  const store = stores[n % stores.length];
  if (!store) throw new Error('there is no store');
  return store;
}

/** An incident with its 200 tasks, given 50 at a time, and the revision after it. */
async function largeIncident(): Promise<{ incident: string; tasks: string[]; seen: Revision }> {
  const incident = await openIncident(storeOf(0), city);
  const all = Array.from(
    { length: taskCount },
    (_, n): NewTask => ({
      task: randomUUID(),
      department: departments[n % departments.length] ?? 'fire',
      part: n === 0 ? 'lead' : 'assist',
      instruction: `Search block ${n}`,
    }),
  );
  let seen = revision(0);
  for (let from = 0; from < taskCount; from += 50) {
    const tasks = all.slice(from, from + 50);
    const command: IncidentCommand = { type: 'AssignTasks', data: { tasks } };
    seen = accepted(await storeOf(1).incident(incident, command, metaOf())).revision;
  }
  return { incident, tasks: all.map(({ task }) => task), seen };
}

const steps = (task: string): readonly IncidentCommand[] => [
  { type: 'AcceptTask', data: { task } },
  { type: 'StartTask', data: { task } },
  { type: 'ReportProgress', data: { task, note: 'Half of it' } },
  { type: 'FinishTask', data: { task, note: 'Nobody there' } },
];

describe('[T15] sixty liaisons at once on one incident of two hundred tasks', () => {
  it('all succeed on their own tasks, on the revision that they saw at first', async () => {
    const { incident, tasks, seen } = await largeIncident();
    const work = async (by: Actor, n: number): Promise<void> => {
      for (const task of tasks.filter((_, at) => at % liaisons.length === n))
        for (const command of steps(task)) {
          // Each step of one's own touches the next one: what one did oneself one has seen.
          const first = command.type === 'AcceptTask' ? { expectedRevision: seen } : {};
          accepted(await storeOf(n).incident(incident, command, metaOf({ actor: by, ...first })));
        }
    };
    await Promise.all(liaisons.map(work));
    for (const store of stores) {
      const state = (await store.readIncident(incident))?.state;
      expect(state?.tasks.size).toBe(taskCount);
      for (const [at, task] of tasks.entries())
        expect(state?.tasks.get(task)).toMatchObject({
          status: 'done',
          accepted: { by: liaisons[at % liaisons.length] },
        });
    }
    // Reported, confirmed, given; then seen with the answer, and four steps.
    expect(await expectChain(node.url, `incident-${incident}`)).toBe(2 + taskCount * 7);
  });

  it('where they claim the same one, one has it and the others are told who', async () => {
    const { incident, tasks, seen } = await largeIncident();
    const contested = tasks.slice(0, 20);
    const claims = contested.map((task, at) =>
      Promise.all(
        [0, 1, 2].map(async (turn): Promise<[Actor, Outcome]> => {
          const n = (at * 3 + turn) % liaisons.length;
          const by = liaisons[n] ?? person('nobody');
          const meta = metaOf({ actor: by, expectedRevision: seen });
          const command: IncidentCommand = { type: 'AcceptTask', data: { task } };
          return [by, await storeOf(n).incident(incident, command, meta)];
        }),
      ),
    );
    for (const outcomes of await Promise.all(claims)) {
      const [winner, ...more] = outcomes.filter(([, outcome]) => outcome.kind === 'accepted');
      expect(more).toEqual([]);
      const others = outcomes.filter(([, outcome]) => outcome.kind !== 'accepted');
      expect(others).toHaveLength(2);
      for (const [, outcome] of others)
        expect(outcome).toMatchObject({
          kind: 'conflict',
          expected: seen,
          meanwhile: [{ type: 'TaskAccepted', actor: winner?.[0] }],
        });
    }
    expect(await expectChain(node.url, `incident-${incident}`)).toBe(2 + taskCount + 20 * 3);
  });

  it('[C2] the same command twice at the same moment is recorded once, whatever it waits among', async () => {
    const { incident, tasks } = await largeIncident();
    const before = await expectChain(node.url, `incident-${incident}`);
    const metas = tasks.slice(0, 30).map(() => metaOf());
    const sent = metas.flatMap((meta, at) => {
      const command: IncidentCommand = { type: 'AcceptTask', data: { task: tasks[at] ?? '' } };
      return [0, 1, 0, 2].map((n) => storeOf(n).incident(incident, command, meta));
    });
    const outcomes = (await Promise.all(sent)).map(accepted);
    for (const [at] of metas.entries()) {
      const same = outcomes.slice(at * 4, at * 4 + 4);
      for (const { revision, position } of same)
        expect({ revision, position }).toEqual({
          revision: same[0]?.revision,
          position: same[0]?.position,
        });
      expect(same.filter(({ repeated }) => !repeated).length).toBeLessThanOrEqual(1);
    }
    expect(await expectChain(node.url, `incident-${incident}`)).toBe(before + 30 * 3);
  });
});
