import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesInSight, windowParts } from './window.ts';

describe('[V52] the window of a long list', () => {
  it('draws what is in sight and as much again above and below', () => {
    expect(linesInSight(1000, 500, 50, 1000)).toEqual({ first: 8, end: 40 });
    expect(linesInSight(-40, 500, 50, 1000)).toEqual({ first: 0, end: 20 });
    expect(linesInSight(49_900, 500, 50, 1000)).toEqual({ first: 988, end: 1000 });
  });

  it('keeps a held item where it belongs, with the room of the others around it', () => {
    expect(windowParts(100, 1, 10, { first: 50, end: 53 }, [7, 51, 99])).toEqual([
      { gap: 70, at: 0 },
      7,
      { gap: 420, at: 8 },
      50,
      51,
      52,
      { gap: 460, at: 53 },
      99,
    ]);
  });

  it('takes up the height of the whole list and draws nothing twice, whatever is in sight', () => {
    const place = fc.integer({ min: -2, max: 300 });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: 1, max: 7 }),
        fc.tuple(place, place),
        fc.array(place, { maxLength: 5 }),
        (count, columns, [a, b], held) => {
          const lines = Math.ceil(count / columns);
          const within = (at: number): number => Math.min(Math.max(at, 0), lines);
          const shown = { first: within(Math.min(a, b)), end: within(Math.max(a, b)) };
          const parts = windowParts(count, columns, 10, shown, held);
          const items = parts.filter((part) => typeof part === 'number');
          expect(items).toEqual([...new Set(items)].sort((x, y) => x - y));
          for (const at of held.filter((one) => one >= 0 && one < count))
            expect(items).toContain(at);
          const drawn = new Set(items.map((item) => Math.floor(item / columns))).size;
          const gaps = parts.reduce<number>(
            (sum, part) => sum + (typeof part === 'number' ? 0 : part.gap),
            0,
          );
          expect(drawn * 10 + gaps).toBe(lines * 10);
        },
      ),
    );
  });
});
