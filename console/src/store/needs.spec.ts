import { describe, expect, it } from 'vitest';
import type { IncidentRow } from '../api/types.ts';
import { byUrgency, type Need, needOf, overdueTasks } from './needs.ts';

const at = '2026-05-01T08:00:00.000Z';
const base: IncidentRow = {
  id: 'i',
  city: 'xinghe',
  number: 1,
  reference: null,
  status: 'RESPONDING',
  what: 'gas',
  channel: 'PHONE',
  place: { address: 'Riverside 3', lon: null, lat: null, cell: null, district: null },
  type: 'gas-leak',
  class: 'ACCIDENT_DISASTER',
  grade: 4,
  priority: 2,
  exercise: false,
  reportedAt: at,
  recordedAt: at,
  confirmedAt: at,
  resolvedAt: null,
  closedAt: null,
  cancelReason: null,
  tasks: [],
  units: [],
  last: {
    type: 'IncidentConfirmed',
    by: { kind: 'PERSON', id: 'd', name: 'D', role: 'DISPATCHER', department: null, console: null },
    at,
  },
  revision: '1',
  position: '1',
};
type RowTask = IncidentRow['tasks'][number];
const task = (status: RowTask['status'], acknowledgeBy = at): RowTask => ({
  id: status,
  department: 'fire',
  part: 'LEAD',
  status,
  acknowledgeBy,
  escalation: 0,
});
const withTasks = (...tasks: RowTask[]): IncidentRow => ({ ...base, tasks });

const cases: readonly (readonly [IncidentRow, Need | null])[] = [
  [{ ...base, status: 'REPORTED' }, 'confirm'],
  [base, 'assign'],
  [withTasks(task('ACCEPTED')), null],
  [withTasks(task('ACCEPTED'), task('OBJECTED')), 'objection'],
  [withTasks(task('STARTED'), task('DONE')), 'verify'],
  [withTasks(task('VERIFIED'), task('CANCELLED')), 'resolve'],
  [
    {
      ...withTasks(task('VERIFIED')),
      units: [{ unit: 'u', callSign: 'E1', stage: 'ON_SCENE' }],
    },
    null,
  ],
  [{ ...base, status: 'RESOLVED' }, 'close'],
  [{ ...base, status: 'CLOSED' }, null],
];

describe("the command centre's next step", () => {
  it.each(cases)('case %#', (row, need) => {
    expect(needOf(row)).toBe(need);
  });

  it('counts as overdue only what nobody has answered in time', () => {
    const row = withTasks(
      task('SEEN'),
      task('ACCEPTED'),
      task('ASSIGNED', '2026-05-01T09:00:00.000Z'),
    );
    const now = Date.parse(at) + 1000;
    expect(overdueTasks(row, now).map((one) => one.status)).toEqual(['SEEN']);
    expect(overdueTasks(row, Date.parse(at))).toEqual([]);
  });

  it('puts what is unconfirmed first, then the most urgent, then the oldest', () => {
    const rows: IncidentRow[] = [
      { ...base, id: 'late', number: 9, priority: 1 },
      { ...base, id: 'early', number: 3, priority: 1 },
      { ...base, id: 'calm', number: 1, priority: 4 },
      { ...base, id: 'new', number: 10, status: 'REPORTED', priority: null },
    ];
    expect(rows.sort(byUrgency).map((row) => row.id)).toEqual(['new', 'early', 'late', 'calm']);
  });
});
