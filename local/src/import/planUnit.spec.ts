import type { Stage } from '@tocsin/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planUnit } from './planUnit.ts';
import { sampleRow } from './sampleRow.testkit.ts';
import { isBadRow, readSfFireRow, type SfFireRow } from './sfFireRow.ts';

const sample = readSfFireRow(2, (column) => sampleRow[column] ?? '', Number.MAX_SAFE_INTEGER);
type After = Exclude<Stage, 'dispatched'>;

/** A row from its dispatch and stages, times in plain numbers. */
function row(call: string, dispatch: number, stages: Partial<Record<After, number>>): SfFireRow {
  if (isBadRow(sample)) throw new Error('the sample row is bad');
  const order: After[] = ['enRoute', 'onScene', 'transporting', 'atDestination', 'cleared'];
  return {
    ...sample,
    call,
    rowId: `${call}-E91`,
    dispatch,
    stages: order.flatMap((stage) => {
      const at = stages[stage];
      return at === undefined ? [] : [{ stage, at }];
    }),
  };
}

const told = (rows: readonly SfFireRow[]) =>
  planUnit(rows).steps.map(({ at, occurredAt, row: { call }, act }) => {
    const what = act.kind === 'stage' ? `${act.stage}${act.inferred ? '?' : ''}` : act.kind;
    const stacked = act.kind === 'dispatch' && act.stack ? ' stacked' : '';
    return `${at} ${call} ${what}${stacked}${occurredAt === at ? '' : ` of ${occurredAt}`}`;
  });

describe("one unit's rows", () => {
  it('follow one another, whatever their order in the file', () => {
    expect(
      told([
        row('2', 50, { cleared: 60 }),
        row('1', 10, { enRoute: 11, onScene: 20, cleared: 50 }),
      ]),
    ).toEqual([
      '10 1 dispatch',
      '11 1 enRoute',
      '20 1 onScene',
      '50 1 cleared',
      '50 2 dispatch',
      '60 2 cleared',
    ]);
  });

  it('are stacked where they overlap, and told late with their own times', () => {
    const rows = [
      row('1', 10, { onScene: 20, cleared: 50 }),
      row('2', 30, { onScene: 40, cleared: 70 }),
      row('3', 60, { cleared: 65 }),
      row('4', 70, { cleared: 80 }),
    ];
    expect(told(rows)).toEqual([
      '10 1 dispatch',
      '20 1 onScene',
      '30 2 dispatch stacked',
      '50 1 cleared',
      '50 2 activate of 30',
      '50 2 onScene of 40',
      '60 3 dispatch stacked',
      '70 2 cleared',
      '70 3 activate of 60',
      '70 3 cleared of 65',
      '70 4 dispatch',
      '80 4 cleared',
    ]);
    expect(planUnit(rows)).toMatchObject({ stacked: 2, inferred: 0 });
  });

  it('are cleared by the next dispatch where the source has no time for it', () => {
    const rows = [row('1', 10, { onScene: 20 }), row('2', 30, { cleared: 40 })];
    expect(told(rows)).toEqual([
      '10 1 dispatch',
      '20 1 onScene',
      '30 1 cleared?',
      '30 2 dispatch',
      '40 2 cleared',
    ]);
  });

  it('are cleared no sooner than the source last speaks of them', () => {
    const rows = [row('1', 10, { onScene: 35 }), row('2', 30, { cleared: 40 })];
    expect(told(rows)).toEqual([
      '10 1 dispatch',
      '30 2 dispatch stacked',
      '35 1 onScene',
      '35 1 cleared?',
      '35 2 activate of 30',
      '40 2 cleared',
    ]);
  });

  it('stay open at the end of the file', () => {
    const plan = planUnit([row('1', 10, { cleared: 20 }), row('2', 30, { onScene: 31 })]);
    expect([...plan.ends.keys()]).toEqual(['1-E91']);
    expect(plan.steps.at(-1)?.act).toMatchObject({ stage: 'onScene' });
  });

  it('[property] never have the unit active twice, lose nothing and keep each time', () => {
    const spans = fc.array(
      fc.record({
        dispatch: fc.nat(200),
        enRoute: fc.option(fc.nat(30), { nil: undefined }),
        cleared: fc.option(fc.integer({ min: 30, max: 90 }), { nil: undefined }),
      }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(spans, (all) => {
        const rows = all.map(({ dispatch, enRoute, cleared }, index) =>
          row(String(index).padStart(2, '0'), dispatch, {
            ...(enRoute === undefined ? {} : { enRoute: dispatch + enRoute }),
            ...(cleared === undefined ? {} : { cleared: dispatch + cleared }),
          }),
        );
        const { steps } = planUnit(rows);
        let active: string | undefined;
        const waiting: string[] = [];
        let last = 0;
        for (const { at, row: of, act } of steps) {
          expect(at).toBeGreaterThanOrEqual(last);
          last = at;
          if (act.kind === 'dispatch' && act.stack) {
            expect(active).toBeDefined();
            waiting.push(of.rowId);
          } else if (act.kind === 'stage') {
            expect(active).toBe(of.rowId);
            if (act.stage === 'cleared') active = undefined;
          } else {
            expect(active).toBeUndefined();
            if (act.kind === 'activate') expect(waiting.shift()).toBe(of.rowId);
            active = of.rowId;
          }
        }
        const reported = steps.filter(({ act }) => act.kind === 'stage' && !act.inferred);
        expect(reported.length).toBe(rows.reduce((sum, { stages }) => sum + stages.length, 0));
        for (const { occurredAt, row: of, act } of reported)
          expect(of.stages).toContainEqual({
            stage: act.kind === 'stage' ? act.stage : undefined,
            at: occurredAt,
          });
      }),
    );
  });
});
