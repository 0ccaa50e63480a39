import { setTimeout as sleep } from 'node:timers/promises';
import { type IncidentCommand, type Policy, policies, type Reaction } from '@tocsin/domain';
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readCheckpoint } from '../checkpoint.ts';
import type { MemoryLog } from '../memoryLog.testkit.ts';
import { status } from '../queries/index.ts';
import { incidentId, logOf } from '../randomLog.testkit.ts';
import { rebuild } from '../rebuild.ts';
import { type Runner, type RunnerParts, startRunner } from '../runner.ts';
import { caughtUp, silent as logger } from '../spec.testkit.ts';
import { startTestPostgres, type TestPostgres } from '../testPostgres.testkit.ts';
import { fireTimers } from './fireTimers.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startTestPostgres();
}, 60_000);
afterAll(() => postgres.stop(), 60_000);

const running: Runner[] = [];
afterEach(async () => {
  for (const runner of running.splice(0)) await runner.stop();
});
type Rest = Partial<Pick<RunnerParts, 'policies' | 'clock'>>;
async function start(log: MemoryLog, pool: pg.Pool, rest: Rest = {}): Promise<Runner> {
  const runner = await startRunner({ store: log.store, pool, logger, ...rest });
  running.push(runner);
  return runner;
}

const step = (kind: number, incident = 0) => ({ incident, kind, task: 0, who: 0 });
/** Reported, confirmed, assigned to the fire brigade, who don't answer. */
const unanswered = () => logOf([step(1), step(0), step(1)]);
const types = (log: MemoryLog) => log.events.map(({ type }) => type);

async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await holds())) await sleep(10);
}
const policiesAt = async (pool: pg.Pool) => (await readCheckpoint(pool, 'policies')).position;
const reacted = (pool: pg.Pool, log: MemoryLog) =>
  until(async () => (await policiesAt(pool)) === log.lastPosition());
const timers = async (pool: pg.Pool): Promise<readonly string[]> =>
  (await pool.query<{ timer: string }>('select timer from timer order by timer')).rows.map(
    ({ timer }) => timer,
  );

const before = () => new Date('2026-03-01T07:00:00Z');
const after = () => new Date('2026-03-02T07:00:00Z');

describe('the process managers', () => {
  it("carry a unit's steps into its incident in order, and when they happened", async () => {
    const pool = await postgres.database();
    const log = unanswered();
    const facts = { assignment: 'a1', incident: incidentId(0) };
    const occurredAt = '2026-03-01T06:00:00.000Z';
    const at = { occurredAt };
    const dispatch = { ...facts, callSign: 'E1', department: 'fire' };
    const going = { type: 'UnitDispatched', data: dispatch } as const;
    const dispatched = log.append('unit-xinghe.E1', going, at);
    for (const stage of ['enRoute', 'onScene', 'cleared'] as const)
      log.append('unit-xinghe.E1', { type: 'AssignmentStageReached', data: { ...facts, stage } });
    await start(log, pool, { clock: before });
    await reacted(pool, log);
    const carried = log.events.filter(
      ({ meta, data }) =>
        meta.actor.kind === 'policy' && 'assignment' in data && data.assignment === 'a1',
    );
    expect(carried.map(({ type, data }) => ('stage' in data ? data.stage : type))).toEqual([
      'UnitCommitted',
      'enRoute',
      'onScene',
      'cleared',
    ]);
    expect(carried[0]?.meta).toMatchObject({ occurredAt, actor: { id: 'policy:commitments' } });
    expect(carried[0]?.meta.causationId).toBe(dispatched.id);
  });

  it('[P4] keep a timer over a restart and escalate step by step when it is due', async () => {
    const pool = await postgres.database();
    const log = unanswered();
    const first = await start(log, pool, { clock: before });
    await reacted(pool, log);
    await first.stop();
    expect(await timers(pool)).toEqual([
      expect.stringMatching(/^escalation:/),
      expect.stringMatching(/^overdue:/),
    ]);
    await start(log, pool, { clock: after });
    await until(() => types(log).filter((type) => type === 'TaskEscalated').length === 2);
    await until(async () => (await timers(pool)).length === 0);
    const steps = log.events.flatMap(({ data }) => ('step' in data ? [data.step] : []));
    expect(steps).toEqual([1, 2]);
  });

  it('[P4] [T5] [T13] fire no timer twice, though three fire them at once and one is stopped', async () => {
    const pool = await postgres.database();
    const log = unanswered();
    const first = await start(log, pool, { clock: before });
    await reacted(pool, log);
    await first.stop();
    const done = new AbortController();
    const parts = { store: log.store, pool, logger, policies, clock: after, observer: {} };
    const others = [fireTimers(parts, done.signal), fireTimers(parts, done.signal)];
    const leader = await start(log, pool, { clock: after });
    await until(() => types(log).includes('TaskEscalated'));
    await leader.stop();
    await start(log, pool, { clock: after });
    await until(() => types(log).includes('TaskOverdue'));
    await until(() => types(log).filter((type) => type === 'TaskEscalated').length >= 2);
    await reacted(pool, log);
    await until(async () => (await timers(pool)).length === 0);
    done.abort();
    await Promise.all(others);
    const fired = types(log).filter((type) => type === 'TaskEscalated' || type === 'TaskOverdue');
    expect(fired.toSorted()).toEqual(['TaskEscalated', 'TaskEscalated', 'TaskOverdue']);
  });

  it('cancel the escalation of a task that was answered, not the watch on its deadline', async () => {
    const pool = await postgres.database();
    const log = unanswered();
    await start(log, pool, { clock: before });
    await reacted(pool, log);
    const task = [...(log.state(incidentId(0))?.tasks.keys() ?? [])][0] ?? '';
    const actor = { kind: 'person', id: 'zhao', name: 'Zhao' } as const;
    log.incident(incidentId(0), { type: 'AcceptTask', data: { task } }, { commandId: 'a', actor });
    await reacted(pool, log);
    expect(await timers(pool)).toEqual([expect.stringMatching(/^overdue:/)]);
  });

  it('[P4] neither lose nor double a timer when the read models are rebuilt or the database is lost', async () => {
    const pool = await postgres.database();
    const log = unanswered();
    await start(log, pool, { clock: before });
    await reacted(pool, log);
    const set = await timers(pool);
    await rebuild({ store: log.store, pool, logger });
    expect(await timers(pool)).toEqual(set);
    const other = await postgres.database();
    await start(log, other, { clock: before });
    await reacted(other, log);
    expect(await timers(other)).toEqual(set);
    const count = log.events.length;
    expect(types(log)).toHaveLength(count);
  });

  it('send again what met a technical failure, and let go of what was refused', async () => {
    const pool = await postgres.database();
    const log = unanswered();
    let failures = 3;
    log.beforeCommand = () => {
      failures -= 1;
      if (failures >= 0) throw new Error('unreachable');
    };
    const tried: string[] = [];
    const note = (n: number, command: IncidentCommand): Reaction => {
      tried.push(command.type);
      return {
        kind: 'command',
        target: { stream: 'incident', id: incidentId(0), command },
        commandId: `c${n}`,
      };
    };
    const policy: Policy = {
      name: 'spec',
      react: ({ type }) =>
        type === 'TaskAssigned'
          ? [
              note(1, { type: 'CloseIncident', data: { note: '' } }),
              note(2, { type: 'AddNote', data: { note: 'n', text: 'After it.' } }),
            ]
          : [],
    };
    await start(log, pool, { policies: [policy] });
    await until(() => types(log).includes('NoteAdded'));
    await reacted(pool, log);
    expect(tried).toEqual(['CloseIncident', 'AddNote']);
    expect(failures).toBeLessThan(0);
  });

  it('stand still at an event that one of them can not handle, while the boards go on', async () => {
    const pool = await postgres.database();
    const log = unanswered();
    const react = (): never => {
      throw new Error('broken');
    };
    await start(log, pool, { policies: [{ name: 'spec', react }] });
    await until(async () => (await status(pool)).policies?.state === 'failed');
    expect((await status(pool)).policies?.message).toContain('broken');
    expect(await policiesAt(pool)).toBeUndefined();
    log.append('unit-xinghe.E1', { type: 'UnitOnDuty', data: {} });
    await caughtUp(pool, log);
  });
});
