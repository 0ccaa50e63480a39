import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importPath, type Log, openLog } from './importing.ts';

/** The publisher's file for 7 to 20 April 2020: 10,410 rows. */
const path = process.env.TOCSIN_SF_FIRE_CSV;

describe.skipIf(path === undefined)(
  'the real file (skipped unless TOCSIN_SF_FIRE_CSV names it)',
  () => {
    let log: Log;
    beforeAll(async () => {
      log = await openLog();
    });
    afterAll(() => log.close());

    it('[I1] [I2] comes into the log whole but for its bad rows, once', {
      timeout: 900_000,
    }, async () => {
      const { file, plan, tally } = await importPath(log, path ?? '');
      expect([file.rows.length, file.bad.length]).toEqual([10_393, 17]);
      expect(new Set(file.bad.map(({ reason }) => reason.code))).toEqual(new Set(['stageOrder']));
      expect(plan).toMatchObject({ stacked: 17, inferred: 2 });
      // Three calls have no row but a bad one.
      expect([plan.calls.length, plan.units.length]).toEqual([5_289, 199]);
      expect(plan.calls.reduce((sum, { tasks }) => sum + tasks.length, 0)).toBe(509);
      expect(tally).toMatchObject({ rejected: [], skipped: 0, leftOpen: new Map() });
      expect(tally.events).toBe(113_635);

      const position = await log.store.lastPosition();
      const again = await importPath(log, path ?? '');
      expect(again.tally).toMatchObject({ events: 0, rejected: [], already: plan.steps.length });
      expect(await log.store.lastPosition()).toBe(position);
    });
  },
);
