import type { IntervalSpan } from '@tocsin/domain';
import fc from 'fast-check';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectBoards } from '../../boardSession.ts';
import type { MemoryLog } from '../../memoryLog.testkit.ts';
import { newPulse } from '../../pulse.ts';
import { logArbitrary } from '../../randomLog.testkit.ts';
import { caughtUp } from '../../spec.testkit.ts';
import { startTestPostgres, type TestPostgres } from '../../testPostgres.testkit.ts';
import { acknowledgements } from './acknowledgements.ts';
import { intervals } from './intervals.ts';
import type { IntervalsWanted } from './intervalsWanted.ts';
import { at, TimesLog, wholeDay } from './timesLog.testkit.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startTestPostgres();
}, 60_000);
afterAll(() => postgres.stop(), 60_000);

async function project(log: MemoryLog, pool: pg.Pool, batchSize = 4_000): Promise<void> {
  const client = await pool.connect();
  const stop = new AbortController();
  const parts = { store: log.store, pool, client, pulse: newPulse('boards'), batchSize };
  const running = projectBoards({ ...parts, signal: stop.signal, onDrop: () => undefined });
  await Promise.race([caughtUp(pool, log), running]);
  stop.abort();
  await running;
  client.release();
}

async function projected(tell: (log: TimesLog) => void): Promise<pg.Pool> {
  const log = new TimesLog();
  tell(log);
  const pool = await postgres.database();
  await project(log, pool);
  return pool;
}

const usual = {
  city: 'xinghe',
  ...wholeDay,
  by: [],
  filter: {},
  exercises: false,
  timeZone: 'UTC',
  targets: [],
  limit: 100,
} as const;
const ask = (pool: pg.Pool, span: IntervalSpan, wanted: Partial<IntervalsWanted> = {}) =>
  intervals(pool, { ...usual, span, ...wanted });

describe('[X40] each span is measured as it is defined', () => {
  it.each<[IntervalSpan, number]>([
    ['answer', 7],
    ['process', 43],
    ['total', 350],
    ['turnout', 60],
    ['travel', 240],
    ['response', 300],
    ['scene', 600],
    ['acknowledge', 20],
    ['finish', 500],
  ])('%s', async (span, seconds) => {
    const pool = await projected((log) => {
      log.report(1, 1002, { receivedAt: 1000, answeredAt: 1007 });
      log.confirm(1, 1030, 'gas-leak');
      log.commit(1, 1050, 'a');
      log.assign(1, 1055, 't');
      log.stage(1, 1110, 'a', 'enRoute');
      log.tell(1, 1075, { type: 'TaskObjected', data: { task: 't', reason: 'Not ours.' } });
      log.stage(1, 1350, 'a', 'onScene');
      log.tell(1, 1555, { type: 'TaskFinished', data: { task: 't', note: 'Done.' } });
      log.stage(1, 1950, 'a', 'transporting');
      log.stage(1, 2950, 'a', 'cleared');
    });
    const { all } = await ask(pool, span);
    expect(all).toMatchObject({ count: 1, p50: seconds, p99: seconds, longest: seconds });
  });

  it('from when a stacked unit’s turn came, to the earliest unit on scene', async () => {
    const pool = await projected((log) => {
      log.report(1, 100);
      const data = { assignment: 'a', unit: 'u', callSign: 'E1', department: 'fire' };
      log.tell(1, 110, { type: 'UnitCommitted', data: { ...data, stacked: true } });
      log.commit(1, 130, 'b');
      log.stage(1, 300, 'a', 'dispatched');
      log.stage(1, 330, 'a', 'enRoute');
      log.stage(1, 400, 'a', 'onScene');
      // Entered last, although it arrived first.
      log.stage(1, 390, 'b', 'onScene');
    });
    expect((await ask(pool, 'turnout')).all).toMatchObject({ count: 1, p50: 30 });
    expect((await ask(pool, 'process')).all).toMatchObject({ count: 1, p50: 30 });
    expect((await ask(pool, 'total')).all).toMatchObject({ count: 1, p50: 290 });
  });

  it('by the unit’s home station, which a text of two lines does not break', async () => {
    const pool = await projected((log) => {
      const facts = { unit: 'xinghe.E1', city: 'xinghe', callSign: 'E1', department: 'fire' };
      const name = { zh: '一号车', en: 'Engine 1' };
      const data = { ...facts, kind: 'engine', name, capabilities: [], station: 'Lake\nStation' };
      log.append('unit-xinghe.E1', { type: 'UnitRegistered', data });
      log.report(1, 0);
      log.commit(1, 10, 'a');
      log.stage(1, 40, 'a', 'enRoute');
    });
    const { groups } = await ask(pool, 'turnout', { by: ['station'] });
    expect(groups).toMatchObject([{ key: ['Lake Station'], count: 1, p50: 30 }]);
  });

  it('of a task, to each department that had it its own', async () => {
    const pool = await projected((log) => {
      log.report(1, 0);
      log.assign(1, 10, 't', 'gas');
      const to = (department: string, from: string, second: number) => {
        const deadlines = { acknowledgeBy: at(second + 60), finishBy: at(second + 600) };
        const data = { task: 't', from, department, reason: 'Yours.', ...deadlines };
        log.tell(1, second, { type: 'TaskReassigned', data });
      };
      log.tell(1, 25, { type: 'TaskAccepted', data: { task: 't' } });
      to('police', 'gas', 100);
      to('gas', 'police', 200);
      log.tell(1, 240, { type: 'TaskAccepted', data: { task: 't' } });
    });
    const { groups, all } = await ask(pool, 'acknowledge', { by: ['department'] });
    expect(groups).toMatchObject([
      { key: ['gas'], count: 2, p50: 15, longest: 40 },
      { key: ['police'], count: 0, p50: null, excluded: { cancelled: 1 } },
    ]);
    expect(all).toMatchObject({ key: [], count: 2, excluded: { cancelled: 1 } });
  });
});

describe('[X41] what is not counted is counted by its reason', () => {
  const pool = () =>
    projected((log) => {
      log.report(1, 100);
      for (const [which, assignment] of ['a', 'b', 'c', 'd', 'e'].entries())
        log.commit(1, 110 + which, assignment);
      log.stage(1, 150, 'a', 'enRoute');
      // Blank: it was on scene, and nobody said when it set out.
      log.stage(1, 300, 'b', 'onScene');
      // Out of order: it set out before it was dispatched.
      log.stage(1, 90, 'c', 'enRoute');
      log.withdraw(1, 140, 'd');
      log.report(2, 100, { exercise: true });
      log.commit(2, 110, 'x');
      log.stage(2, 120, 'x', 'enRoute');
    });
  const none = { exercise: 0, merged: 0, cancelled: 0, open: 0, blank: 0, outOfOrder: 0 };

  it('of units', async () => {
    const db = await pool();
    const excluded = { ...none, exercise: 1, cancelled: 1, open: 1, blank: 1, outOfOrder: 1 };
    expect((await ask(db, 'turnout')).all).toMatchObject({ count: 1, p50: 40, excluded });
    const { all } = await ask(db, 'turnout', { exercises: true });
    expect(all).toMatchObject({ count: 2, p50: 10, excluded: { ...excluded, exercise: 0 } });
  });

  it('of incidents and calls', async () => {
    const db = await projected((log) => {
      log.report(1, 100, { receivedAt: 90, answeredAt: 95 });
      log.report(2, 100);
      log.tell(2, 200, {
        type: 'IncidentCancelled',
        data: { reason: 'false', note: 'Nobody there.' },
      });
      log.report(3, 100, { channel: 'sensor' });
      const merge = { merge: 1, what: 'Smoke', intoWhat: 'Smoke', reports: [], reason: 'Same.' };
      log.tell(3, 200, { type: 'IncidentMerged', data: { into: 'one', ...merge } });
      log.report(4, 100);
      log.commit(4, 130, 'a');
      log.stage(4, 140, 'a', 'cleared');
      log.tell(4, 150, { type: 'IncidentResolved', data: { summary: 'Over.' } });
    });
    expect((await ask(db, 'answer')).all).toMatchObject({
      count: 1,
      p50: 5,
      excluded: { ...none, blank: 2 },
    });
    expect((await ask(db, 'total')).all).toMatchObject({
      count: 0,
      p50: null,
      excluded: { ...none, open: 1, cancelled: 1, merged: 1, blank: 1 },
    });
    expect((await ask(db, 'process')).all).toMatchObject({ count: 1, p50: 30 });
  });

  it('and a merge that is undone brings the incident back', async () => {
    const db = await projected((log) => {
      log.report(1, 100);
      log.assign(1, 120, 't');
      const merge = { merge: 1, what: 'Smoke', intoWhat: 'Smoke', reports: [], reason: 'Same.' };
      log.tell(1, 200, { type: 'IncidentMerged', data: { into: 'one', ...merge } });
      const undone = { from: 'one', merge: 1, status: 'confirmed', reason: 'Another.' } as const;
      log.tell(1, 300, { type: 'MergeUndone', data: undone });
    });
    expect((await ask(db, 'process')).all).toMatchObject({ count: 1, p50: 20, excluded: none });
  });
});

/** As it is defined: the smallest time that at least so many percent did not exceed. */
function nearestRank(values: readonly number[], percent: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? null;
}

it('[X42] percentiles are times that were measured, by department, place and hour', async () => {
  const leg = fc.record({
    incident: fc.integer({ min: 0, max: 2 }),
    department: fc.constantFrom('fire', 'health'),
    begun: fc.integer({ min: 0, max: 80_000 }),
    turnout: fc.integer({ min: 0, max: 300 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(leg, { minLength: 1, maxLength: 60 }), async (legs) => {
      const pool = await projected((log) => {
        for (const incident of [0, 1, 2]) log.report(incident, 0, { district: `d${incident}` });
        for (const [which, { incident, department, begun, turnout }] of legs.entries()) {
          log.commit(incident, begun, `a${which}`, department);
          log.stage(incident, begun + turnout, `a${which}`, 'enRoute');
        }
      });
      const hour = ({ begun }: (typeof legs)[number]) =>
        String((Math.floor(begun / 3600) + 8) % 24).padStart(2, '0');
      const keys = {
        department: ({ department }: (typeof legs)[number]) => department,
        district: ({ incident }: (typeof legs)[number]) => `d${incident}`,
        hour,
      };
      for (const by of ['department', 'district', 'hour'] as const) {
        const { groups } = await ask(pool, 'turnout', { by: [by], timeZone: 'Asia/Shanghai' });
        const wanted = new Map<string, number[]>();
        for (const one of legs)
          wanted.set(keys[by](one), [...(wanted.get(keys[by](one)) ?? []), one.turnout]);
        const figures = groups.map(({ key, count, p50, p90, p95, p99 }) => [
          key[0],
          [count, p50, p90, p95, p99],
        ]);
        const expected = [...wanted].map(([key, values]) => [
          key,
          [values.length, ...[50, 90, 95, 99].map((percent) => nearestRank(values, percent))],
        ]);
        expect(new Map(figures as [string, unknown][])).toEqual(
          new Map(expected as [string, unknown][]),
        );
      }
    }),
    { numRuns: 8 },
  );
});

describe('[X43] a target', () => {
  const pool = () =>
    projected((log) => {
      log.report(1, 0);
      for (const [which, turnout] of [40, 70, 80, 81].entries()) {
        log.commit(1, 10, `f${which}`);
        log.stage(1, 10 + turnout, `f${which}`, 'enRoute');
      }
      log.commit(1, 10, 'h', 'health');
      log.stage(1, 75, 'h', 'enRoute');
    });

  it('counts those of its department, at its own percentile, whatever target it is', async () => {
    const fire = { seconds: 80, percent: 90, department: 'fire' };
    const anybody = { seconds: 65, percent: 50 };
    const { all, groups } = await ask(await pool(), 'turnout', {
      by: ['department'],
      targets: [fire, anybody],
    });
    expect(all.targets).toEqual([
      { count: 4, within: 3, reached: 81 },
      { count: 5, within: 2, reached: 70 },
    ]);
    expect(groups.find(({ key }) => key[0] === 'health')?.targets).toEqual([
      { count: 0, within: 0, reached: null },
      { count: 1, within: 1, reached: 65 },
    ]);
  });

  it('is for the period alone', async () => {
    const db = await pool();
    const later = { from: at(11), to: at(86_400) };
    expect((await ask(db, 'turnout', later)).all).toMatchObject({ count: 0, p50: null });
    const upTo = { from: at(0), to: at(10) };
    expect((await ask(db, 'turnout', upTo)).all.count).toBe(0);
    expect((await ask(db, 'turnout', { city: 'elsewhere' })).all.count).toBe(0);
    const { all } = await ask(db, 'turnout', { filter: { department: ['health'] } });
    expect(all.count).toBe(1);
  });
});

it('[X44] an incident that is judged anew counts as what it is now, with all its units', async () => {
  const pool = await projected((log) => {
    log.report(1, 0);
    log.confirm(1, 5, 'gas-leak');
    log.commit(1, 10, 'a');
    log.stage(1, 50, 'a', 'enRoute');
    log.stage(1, 90, 'a', 'cleared');
    log.report(2, 0);
    log.commit(2, 10, 'b');
    log.stage(2, 20, 'b', 'enRoute');
    log.tell(1, 100, { type: 'IncidentJudged', data: { type: 'fire', reason: 'It burns.' } });
  });
  const { groups } = await ask(pool, 'turnout', { by: ['type'] });
  expect(groups.map(({ key, p50 }) => [key[0], p50])).toEqual([
    ['fire', 40],
    [null, 10],
  ]);
  const { all } = await ask(pool, 'turnout', { filter: { type: ['fire'] } });
  expect(all.count).toBe(1);
});

it('[X45] the times are the same in whatever batches the log is read', async () => {
  const tables = ['call_times', 'incident_times', 'unit_times', 'task_times'];
  await fc.assert(
    fc.asyncProperty(logArbitrary, fc.integer({ min: 1, max: 7 }), async (log, batchSize) => {
      const pools = await Promise.all([postgres.database(), postgres.database()]);
      const [whole, parts] = pools;
      await project(log, whole);
      await project(log, parts, batchSize);
      for (const table of tables) {
        const rows = (pool: pg.Pool) => pool.query(`select * from ${table} t order by t::text`);
        expect((await rows(parts)).rows).toEqual((await rows(whole)).rows);
      }
    }),
    { numRuns: 10 },
  );
});

describe('[V37] what the wall says of the last hours', () => {
  it('counts a task that still waits past its deadline as late, and one taken back not at all', async () => {
    const pool = await projected((log) => {
      log.report(1, 0);
      for (const task of ['in time', 'late', 'waits', 'not yet due', 'taken back'])
        log.assign(1, task === 'not yet due' ? 970 : 100, task);
      log.tell(1, 120, { type: 'TaskAccepted', data: { task: 'in time' } });
      log.tell(1, 190, { type: 'TaskAccepted', data: { task: 'late' } });
      log.tell(1, 130, { type: 'TaskCancelled', data: { task: 'taken back', reason: 'Moot.' } });
    });
    const period = { from: at(0), to: at(1_000) };
    expect(await acknowledgements(pool, 'xinghe', period)).toEqual({
      count: 3,
      within: 1,
      median: 20,
    });
    const before = { from: at(0), to: at(50) };
    expect(await acknowledgements(pool, 'xinghe', before)).toEqual({
      count: 0,
      within: 0,
      median: null,
    });
  });
});
