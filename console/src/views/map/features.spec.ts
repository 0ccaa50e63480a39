import { describe, expect, it } from 'vitest';
import { featureLedger, pointFeature } from './features.ts';

interface Row {
  readonly id: string;
  readonly at: number | null;
}
const ledger = () =>
  featureLedger<Row>(
    (row, now) => (row.at === null ? null : pointFeature(row.id, [row.at, 0], { old: now > 9 })),
    (_row, now) => Number(now > 9),
  );
const ids = (features: readonly { readonly id: string }[]) => features.map(({ id }) => id);

describe('[V32] what a layer has to change', () => {
  it('is what came, moved, went and lost its place, and nothing else', () => {
    const changes = ledger();
    const [a, b, c] = [
      { id: 'a', at: 1 },
      { id: 'b', at: 2 },
      { id: 'c', at: 3 },
    ];
    expect(ids(changes([a, b, c], 0).put)).toEqual(['a', 'b', 'c']);
    expect(changes([a, b, c], 0)).toEqual({ put: [], removed: [] });
    const next = changes([a, { id: 'b', at: 5 }, { id: 'c', at: null }], 0);
    expect(next.put).toEqual([pointFeature('b', [5, 0], { old: false })]);
    expect(next.removed).toEqual(['c']);
    expect(changes([a], 0).removed).toEqual(['b']);
  });

  it('is not what was written anew but looks the same', () => {
    const changes = ledger();
    changes([{ id: 'a', at: 1 }], 0);
    expect(changes([{ id: 'a', at: 1 }], 0)).toEqual({ put: [], removed: [] });
  });

  it('is what grew old by itself', () => {
    const changes = ledger();
    const row = { id: 'a', at: 1 };
    changes([row], 0);
    expect(ids(changes([row], 10).put)).toEqual(['a']);
  });
});
