import { position } from '@tocsin/domain';
import {
  type BoardChange,
  formatCursor,
  type Moment,
  START_CURSOR,
} from '@tocsin/projections/queries';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BoardBatch, BoardRow } from '../feed/boardBatch.ts';
import { type PlayParts, play } from './play.ts';
import { mostPlays, Plays } from './plays.ts';

const begun = Date.parse('2026-03-01T08:00:00.000Z');
const at = (ms: number): string => new Date(begun + ms).toISOString();
const rowOf = (id: string, station: string) => ({ id, station }) as unknown as BoardRow;

/** Changes of units at these times, in milliseconds after the beginning. */
function changesAt(steps: readonly { key: string; after: number; left: boolean }[]) {
  let time = 0;
  return steps.map(({ key, after, left }, index): BoardChange => {
    time += after;
    const place = { position: position(index + 1), cursor: formatCursor(BigInt(index + 1), 1) };
    const row = left ? null : rowOf(key, `${index}`);
    const of = { board: 'unit', key, city: 'xinghe', department: 'fire' } as const;
    return { ...of, ...place, row, recordedAt: at(time) } as BoardChange;
  });
}

const moment = (of: BoardChange | undefined, asOf = of?.recordedAt): Moment => ({
  position: of?.position ?? 0n,
  cursor: of?.cursor ?? START_CURSOR,
  asOf,
});

function playOf(changes: readonly BoardChange[], rest: Partial<PlayParts> = {}) {
  return play(
    {
      scope: { board: 'unit', city: 'xinghe' },
      from: moment(undefined, at(0)),
      to: moment(changes.at(-1)),
      speed: 60,
      longestPause: undefined,
      rows: async () => [rowOf('a', 'first')],
      async *changes() {
        yield changes;
      },
      allows: () => true,
      ...rest,
    },
    () => undefined,
  );
}

/** What a console that keys by row ends up with. */
function shown(batches: readonly BoardBatch[]): ReadonlyMap<string, unknown> {
  const rows = new Map<string, unknown>();
  for (const { rows: changed, removed, snapshot } of batches) {
    if (snapshot) rows.clear();
    for (const key of removed) rows.delete(key);
    for (const row of changed) rows.set(row.id, row);
  }
  return rows;
}

const step = fc.record({
  key: fc.constantFrom('a', 'b', 'c'),
  after: fc.integer({ min: -500, max: 2_000 }),
  left: fc.boolean(),
});

describe('[R4] a play', () => {
  it('begins with the board, goes on in order, never back, and ends with the board of its end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 20 }), async (steps) => {
        const changes = changesAt(steps);
        const batches: BoardBatch[] = [];
        for await (const batch of playOf(changes)) batches.push(batch);
        expect(batches[0]).toMatchObject({ snapshot: true, rows: [{ id: 'a' }] });
        expect(batches.slice(1).every(({ snapshot }) => !snapshot)).toBe(true);
        const positions = batches.map((batch) => batch.position);
        expect(positions).toEqual([...positions].sort((one, other) => Number(one - other)));
        const all: BoardBatch[] = changes.map(({ key, row }) => ({
          ...{ rows: row ? [row] : [], removed: row ? [] : [key], conflated: false },
          ...{ snapshot: false, cursor: START_CURSOR, position: 0n, asOf: undefined },
        }));
        const snapshot = batches[0] ? [batches[0]] : [];
        expect(shown(batches)).toEqual(shown([...snapshot, ...all]));
        const { position: end, cursor } = moment(changes.at(-1));
        expect(batches.at(-1)).toMatchObject({ position: end, cursor });
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  it('tells the time while nothing changes', async () => {
    const changes = changesAt([{ key: 'b', after: 150_000, left: false }]);
    const batches: BoardBatch[] = [];
    for await (const batch of playOf(changes)) batches.push(batch);
    const [first, ...rest] = batches;
    const ticks = rest.filter(({ rows, asOf = '' }) => rows.length === 0 && asOf < at(150_000));
    expect(ticks.length).toBeGreaterThan(0);
    for (const { asOf, position: told } of ticks) {
      expect(asOf?.localeCompare(at(0))).toBe(1);
      expect(told).toBe(first?.position);
    }
  });

  it('skips pauses only when told to', async () => {
    const day = 86_400_000;
    const changes = changesAt([1, 2, 3].map((n) => ({ key: `${n}`, after: day, left: false })));
    const batches: BoardBatch[] = [];
    for await (const batch of playOf(changes, { longestPause: 3 })) batches.push(batch);
    expect([...shown(batches).keys()].sort()).toEqual(['1', '2', '3', 'a']);
    const exact = playOf(changes);
    expect((await exact.next()).value).toMatchObject({ snapshot: true });
    expect((await exact.next()).value).toMatchObject({ rows: [] });
    await exact.return(undefined);
  });

  it('[R3] asks the rule about each row when it is due', async () => {
    const changes = changesAt(['b', 'c'].map((key) => ({ key, after: 10, left: false })));
    const batches: BoardBatch[] = [];
    const allows = ({ key }: BoardChange) => key !== 'c';
    for await (const batch of playOf(changes, { allows })) batches.push(batch);
    expect([...shown(batches).keys()]).toEqual(['a', 'b']);
  });

  it('is one of a bounded number that a person has', () => {
    const plays = new Plays();
    const ends = Array.from({ length: mostPlays }, () => plays.begin('li'));
    expect(plays.begin('li')).toBeUndefined();
    expect(plays.begin('wang')).toBeDefined();
    ends[0]?.();
    expect(plays.begin('li')).toBeDefined();
  });
});
