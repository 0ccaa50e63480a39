import { expect, it } from 'vitest';
import { withoutGaps } from './withoutGaps.ts';

it('[P1] leaves a row in memory as it is read back, so that both go on alike', () => {
  const assigned = { id: 't', seen: undefined, status: 'assigned' };
  const kept = withoutGaps(assigned);
  const readBack = JSON.parse(JSON.stringify(assigned));
  const next = { seen: 'again', status: 'seen' };
  expect(JSON.stringify({ ...kept, ...next })).toBe(JSON.stringify({ ...readBack, ...next }));
  expect(withoutGaps(kept)).toBe(kept);
});
