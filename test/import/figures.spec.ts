import { chmod } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { startRunner } from '@tocsin/projections';
import { waitForPosition } from '@tocsin/projections/queries';
import type pg from 'pg';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  startTestPostgres,
  type TestPostgres,
} from '../../projections/src/testPostgres.testkit.ts';
import { type Figure, independentFigures, tocsinFigures } from './figures.ts';
import { importPath, type Log, openLog } from './importing.ts';

let postgres: TestPostgres;
let log: Log;
let pool: pg.Pool;
beforeAll(async () => {
  postgres = await startTestPostgres();
});
afterAll(() => postgres.stop());
beforeEach(async () => {
  log = await openLog();
  // The database's server is another user's.
  await chmod(log.folder, 0o755);
  pool = await postgres.database();
});
afterEach(() => log.close());

const logger = pino({ level: 'silent' });

/** What both say of a file, by span, kind of call and battalion. */
async function bothOf(path: string) {
  const { file } = await importPath(log, path);
  const runner = await startRunner({ store: log.store, pool, logger, policies: [] });
  const last = await log.store.lastPosition();
  expect(last !== undefined && (await waitForPosition(pool, last, 300_000))).toBe(true);
  await runner.stop();
  const byKey = (figures: readonly Figure[]) =>
    new Map(
      figures.map(({ span, callType, battalion, ...rest }) => [
        [span, callType, battalion].join(' | '),
        rest,
      ]),
    );
  return {
    file,
    tocsin: byKey(await tocsinFigures(log, pool)),
    independent: byKey(await independentFigures(pool, path, log.folder)),
  };
}

/** The publisher's file for 7 to 20 April 2020. */
const real = process.env.TOCSIN_SF_FIRE_CSV;

describe('[X46] the figures of a file of calls are those that plain SQL makes of it', () => {
  it('in every kind of call and battalion, to the second and to the count', async () => {
    const path = fileURLToPath(new URL('data/madeUpCalls.csv', import.meta.url));
    const { file, tocsin, independent } = await bothOf(path);
    expect(file.bad.map(({ line, reason }) => [line, reason.code])).toEqual([[4, 'stageOrder']]);
    expect(tocsin).toEqual(independent);
    // Two of the twelve rows never say when the unit set out, and nobody came to one of eight calls.
    expect(tocsin.get('turnout |  | ')).toMatchObject({ count: 10, blank: 2 });
    expect(tocsin.get('turnout | Medical Incident | B02')).toEqual({
      count: 3,
      blank: 1,
      percentiles: [75, 78, 78, 78, 78],
    });
    expect(tocsin.get('total |  | ')).toMatchObject({ count: 7, blank: 1 });
  });

  it.skipIf(real === undefined)(
    'in the publisher’s file (skipped unless TOCSIN_SF_FIRE_CSV names it)',
    { timeout: 900_000 },
    async () => {
      const { file, tocsin, independent } = await bothOf(real ?? '');
      expect([file.rows.length, file.bad.length]).toEqual([10_393, 17]);
      expect(tocsin).toEqual(independent);
      for (const span of ['turnout', 'travel', 'response', 'total']) {
        const { count, blank, percentiles } = tocsin.get(`${span} |  | `) ?? {};
        console.log(`${span}: ${count} counted, ${blank} blank, ${percentiles?.join(', ')} s`);
      }
    },
  );
});
