import { expect, test } from 'vitest';
import { changedBetween } from './changed.ts';

test('[V41] what a step changed is what differs, but not what every step changes', () => {
  const before = {
    revision: '3',
    status: 'CONFIRMED',
    tasks: [{ status: 'ASSIGNED', accepted: null }],
    note: 'x',
  };
  const after = {
    revision: '4',
    status: 'CONFIRMED',
    tasks: [{ status: 'ACCEPTED', accepted: { by: 'Zhao' } }],
  };
  expect(changedBetween(before, after)).toEqual([
    { path: 'tasks[0].status', before: 'ASSIGNED', after: 'ACCEPTED' },
    { path: 'note', before: 'x', after: null },
    { path: 'tasks[0].accepted.by', before: null, after: 'Zhao' },
  ]);
});
