import type pg from 'pg';
import { pino } from 'pino';
import { expect } from 'vitest';
import type { MemoryLog } from './memoryLog.testkit.ts';
import {
  changesAfter,
  incidentRows,
  START_CURSOR,
  taskRows,
  timelineRows,
  unitRows,
  waitForPosition,
} from './queries/index.ts';
import { incidentId } from './randomLog.testkit.ts';

export const silent = pino({ level: 'silent' });

/** Everything that the queries say of the random log's city. */
export async function boards(pool: pg.Pool) {
  const tasks = (department: string, ended: boolean) =>
    taskRows(pool, { city: 'xinghe', department, ended, limit: 1_000 });
  const departments = ['fire', 'police', 'gas'];
  return {
    open: await incidentRows(pool, { city: 'xinghe', closed: false, limit: 100 }),
    closed: await incidentRows(pool, { city: 'xinghe', closed: true, limit: 100 }),
    tasks: await Promise.all(departments.map((department) => tasks(department, false))),
    ended: await Promise.all(departments.map((department) => tasks(department, true))),
    units: await unitRows(pool, { city: 'xinghe', limit: 100 }),
    timelines: await Promise.all(
      [0, 1, 2, 3].map((n) => timelineRows(pool, { incident: incidentId(n) })),
    ),
    changes: await changesAfter(pool, { after: START_CURSOR, limit: 10_000 }),
  };
}

/** Waits until the boards contain the whole log. */
export async function caughtUp(pool: pg.Pool, log: MemoryLog): Promise<void> {
  const last = log.lastPosition();
  if (last === undefined) throw new Error('The log is empty.');
  expect(await waitForPosition(pool, last, 20_000)).toBe(true);
}
