import { describe, expect, it } from 'vitest';
import type { CallTimes } from './times.ts';
import { TimesWrites } from './timesWrites.ts';

const call: CallTimes = {
  of: 'call',
  report: 'r1',
  city: 'xinghe',
  incident: 1,
  exercise: false,
  position: '10',
  at: '2026-03-01T08:00:00.000Z',
  received: '2026-03-01T08:00:00.000Z',
  answered: undefined,
};

describe('[X45] the times of a batch', () => {
  it('keep when a call came in, as its row does, when the report goes to another incident', () => {
    const writes = new TimesWrites();
    writes.add(call);
    const moved = { ...call, incident: 2, position: '20', at: '2026-03-01T08:09:00.000Z' };
    writes.add({ ...moved, received: undefined });
    const row = writes.callRows().bytes.map(String);
    expect(row).toEqual(['r1', 'xinghe', '2', call.at, 'f', call.received, '', '20']);
  });
});
