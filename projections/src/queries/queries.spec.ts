import type { LogEvent, TocsinEvent } from '@tocsin/domain';
import { revision } from '@tocsin/domain';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MemoryLog } from '../memoryLog.testkit.ts';
import { incidentId, logOf } from '../randomLog.testkit.ts';
import { startRunner } from '../runner.ts';
import { caughtUp, silent as logger } from '../spec.testkit.ts';
import { startTestPostgres, type TestPostgres } from '../testPostgres.testkit.ts';
import {
  changesAfter,
  cities,
  cityProfile,
  compareCursors,
  demoAccounts,
  formatCursor,
  incidentNumber,
  incidentRows,
  newestCursor,
  START_CURSOR,
  status,
  timelineRows,
  waitForPosition,
} from './index.ts';

let postgres: TestPostgres;
let pool: pg.Pool;
let log: MemoryLog;

const named = (id: string) => ({ id, name: { zh: id, en: id } });
const bounds = { west: 0, south: 0, east: 1, north: 1 };
const founded: TocsinEvent = {
  type: 'CityFounded',
  data: { city: 'xinghe', ...{ name: named('x').name }, bounds, timeZone: 'UTC', demo: true },
};
const appointed = (account: string, demo: boolean): TocsinEvent => ({
  type: 'PersonAppointed',
  data: { account, name: account, roles: ['dispatcher'], cities: ['*'], demo },
});
const step = (incident: number, kind: number) => ({ incident, kind, task: 0, who: 0 });

beforeAll(async () => {
  postgres = await startTestPostgres();
  pool = await postgres.database();
  // Three incidents; the second is cancelled.
  log = logOf([step(0, 1), step(1, 1), step(2, 1), step(1, 22), step(0, 17)]);
  log.append('city-xinghe', founded);
  log.append('city-xinghe', {
    type: 'DepartmentDefined',
    data: { ...named('fire'), takesTasks: false },
  });
  log.append('city-xinghe', {
    type: 'DepartmentDefined',
    data: { ...named('fire'), takesTasks: true },
  });
  log.append('person-li', appointed('li', true));
  log.append('person-root', appointed('root', false));
  log.append('person-li', { type: 'PasswordSet', data: { digest: 'secret' } });
  const runner = await startRunner({ store: log.store, pool, logger, policies: [] });
  await caughtUp(pool, log);
  await runner.stop();
}, 60_000);
afterAll(() => postgres.stop(), 60_000);

const last = (): LogEvent => {
  const event = log.events.at(-1);
  if (!event) throw new Error('The log is empty.');
  return event;
};

describe('the queries', () => {
  it('[P5] give the board without what has ended, newest first, with what it is true for', async () => {
    const open = await incidentRows(pool, { city: 'xinghe', closed: false, limit: 10 });
    expect(open.rows.map(({ number }) => number)).toEqual([3, 1]);
    expect(open).toMatchObject({ position: last().position, asOf: last().meta.recordedAt });
    expect(open.cursor).toBe(await newestCursor(pool));
    const closed = await incidentRows(pool, { city: 'xinghe', closed: true, limit: 10 });
    expect(closed.rows).toMatchObject([{ number: 2, status: 'cancelled', cancelReason: 'false' }]);
    const none = await incidentRows(pool, { city: 'elsewhere', closed: false, limit: 10 });
    expect(none).toMatchObject({ rows: [], position: last().position });
  });

  it('give an incident its number and its timeline from a revision on', async () => {
    expect(await incidentNumber(pool, incidentId(1))).toBe(2);
    expect(await incidentNumber(pool, 'unknown')).toBeUndefined();
    const whole = await timelineRows(pool, { incident: incidentId(0) });
    expect(whole.rows.map(({ type }) => type)).toEqual(['IncidentReported', 'NoteAdded']);
    const rest = await timelineRows(pool, { incident: incidentId(0), from: revision(1) });
    expect(rest.rows).toEqual(whole.rows.slice(1));
  });

  it('give the changes page by page, without gap or repetition', async () => {
    const all = await changesAfter(pool, { after: START_CURSOR, limit: 1_000 });
    expect(all.more).toBe(false);
    const paged = [];
    let after = START_CURSOR;
    for (let more = true; more; ) {
      const page = await changesAfter(pool, { after, limit: 2 });
      paged.push(...page.changes);
      expect(compareCursors(page.cursor, after)).toBeGreaterThanOrEqual(0);
      ({ cursor: after, more } = page);
    }
    expect(paged).toEqual(all.changes);
    expect(after).toBe(all.cursor);
    const gone = all.changes.filter(({ row }) => row === null);
    expect(gone).toMatchObject([{ board: 'incident', key: incidentId(1) }]);
  });

  it('give the changes of some boards, of a city and up to a cursor', async () => {
    const wanted = { after: START_CURSOR, limit: 1_000 };
    const units = await changesAfter(pool, { ...wanted, boards: ['unit'], department: 'fire' });
    expect(new Set(units.changes.map(({ board }) => board))).toEqual(new Set(['unit']));
    const other = await changesAfter(pool, { ...wanted, city: 'elsewhere' });
    expect(other).toMatchObject({ changes: [], cursor: units.cursor });
    const first = (await changesAfter(pool, { after: START_CURSOR, limit: 1 })).cursor;
    const some = await changesAfter(pool, { ...wanted, upTo: first });
    expect(some.changes).toHaveLength(1);
    expect(some.cursor).toBe(first);
    const future = formatCursor(last().position + 1n, 1);
    expect((await changesAfter(pool, { ...wanted, after: future })).changes).toEqual([]);
  });

  it('give cities with their newest profile, and demo accounts without their passwords', async () => {
    expect(await cities(pool)).toEqual([{ ...named('x'), id: 'xinghe', demo: true }]);
    const profile = await cityProfile(pool, 'xinghe');
    expect(profile?.departments).toEqual([{ ...named('fire'), takesTasks: true }]);
    expect(await cityProfile(pool, 'elsewhere')).toBeUndefined();
    const accounts = await demoAccounts(pool);
    expect(accounts.map(({ account }) => account)).toEqual(['li']);
    expect(JSON.stringify(accounts)).not.toContain('secret');
  });

  it('wait for a position no longer than asked', async () => {
    expect(await waitForPosition(pool, last().position, 0)).toBe(true);
    const future = log.append('unit-xinghe.E1', { type: 'UnitOnDuty', data: {} });
    expect(await waitForPosition(pool, future.position, 30)).toBe(false);
  });

  it('say before anything is projected that there is nothing', async () => {
    const empty = await postgres.database();
    const board = await incidentRows(empty, { city: 'xinghe', closed: false, limit: 10 });
    expect(board).toEqual({ rows: [], cursor: START_CURSOR, position: 0n, asOf: undefined });
    expect(await status(empty)).toMatchObject({ boards: undefined, live: false });
    const runner = await startRunner({ store: new MemoryLog().store, pool: empty, logger });
    await runner.stop();
  });
});
