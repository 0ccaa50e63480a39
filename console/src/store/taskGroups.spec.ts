import { describe, expect, it } from 'vitest';
import type { TaskRow } from '../api/types.ts';
import { actionsOn, byDeadline, deadlineOf, groupOf } from './taskGroups.ts';

const early = '2026-05-01T08:05:00.000Z';
const late = '2026-05-01T10:00:00.000Z';
type Timed = Pick<TaskRow, 'id' | 'status' | 'acknowledgeBy' | 'finishBy'>;
const task = (status: TaskRow['status'], facts: Partial<Timed> = {}): Timed => ({
  id: 't',
  status,
  acknowledgeBy: early,
  finishBy: late,
  ...facts,
});
const before = Date.parse('2026-05-01T08:00:00.000Z');
const between = Date.parse('2026-05-01T09:00:00.000Z');
const after = Date.parse('2026-05-01T11:00:00.000Z');

describe("a department's groups", () => {
  it.each([
    ['ASSIGNED', before, 'new'],
    ['SEEN', between, 'overdue'],
    ['ACCEPTED', between, 'accepted'],
    ['STARTED', between, 'started'],
    ['STARTED', after, 'overdue'],
    ['RETURNED', between, 'returned'],
    ['OBJECTED', after, 'objected'],
    ['DONE', after, 'done'],
    ['VERIFIED', before, null],
    ['CANCELLED', before, null],
  ] as const)('%s at %d stands under %s', (status, now, group) => {
    expect(groupOf(task(status), now)).toBe(group);
  });

  it('orders by the deadline that counts now', () => {
    expect(deadlineOf(task('DELIVERED'))).toBe(early);
    expect(deadlineOf(task('ACCEPTED'))).toBe(late);
    const rows = [task('ACCEPTED', { id: 'a' }), task('SEEN', { id: 'b' })];
    expect(rows.sort(byDeadline).map((row) => row.id)).toEqual(['b', 'a']);
  });

  it('offers a returned task to be started again, and nothing while others decide', () => {
    expect(actionsOn(task('RETURNED'))[0]).toBe('start');
    expect(actionsOn(task('STARTED'))[0]).toBe('finish');
    expect(actionsOn(task('OBJECTED'))).toEqual([]);
    expect(actionsOn(task('DONE'))).toEqual([]);
  });
});
