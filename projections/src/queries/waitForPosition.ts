import { setTimeout as sleep } from 'node:timers/promises';
import type { Position } from '@tocsin/domain';
import type { Db } from './snapshot.ts';

const pauseMs = 10;

/**
 * Resolves to true once the boards contain everything up to `position`, to false when they do not
 * within `timeoutMs`. Looks again and again: a listening connection a waiter would cost more.
 */
export async function waitForPosition(
  db: Db,
  position: Position,
  timeoutMs: number,
): Promise<boolean> {
  const until = performance.now() + timeoutMs;
  while (!(await reached(db, position))) {
    const left = until - performance.now();
    if (left <= 0) return false;
    await sleep(Math.min(pauseMs, left));
  }
  return true;
}

async function reached(db: Db, position: Position): Promise<boolean> {
  const found = await db.query(`select from checkpoint where name = 'boards' and position >= $1`, [
    position,
  ]);
  return found.rowCount === 1;
}
