import { describe, expect, it } from 'vitest';
import type { IncidentRow } from '../../api/types.ts';
import { departmentCounts, gradeCounts, lastByPeople, overdueOf } from './counts.ts';

const now = Date.parse('2026-11-21T12:00:00Z');
const actor = (kind: 'PERSON' | 'POLICY') => ({
  kind,
  id: 'x',
  name: 'x',
  role: null,
  department: null,
  console: null,
  onBehalfOf: null,
});
const task = (department: string, status: 'ASSIGNED' | 'ACCEPTED' | 'VERIFIED', by: string) => ({
  id: `${department} ${by}`,
  department,
  part: 'LEAD' as const,
  status,
  acknowledgeBy: `2026-11-21T${by}Z`,
  escalation: 0,
});
const incident = (number: number, facts: Partial<IncidentRow>): IncidentRow => ({
  id: `i${number}`,
  city: 'xinghe',
  number,
  reference: null,
  status: 'RESPONDING',
  what: 'Smoke',
  channel: 'PHONE',
  place: { address: '', lon: null, lat: null, cell: null, district: null },
  type: null,
  class: null,
  grade: null,
  priority: null,
  exercise: false,
  reportedAt: '2026-11-21T11:00:00Z',
  recordedAt: '2026-11-21T11:00:00Z',
  confirmedAt: null,
  resolvedAt: null,
  closedAt: null,
  cancelReason: null,
  tasks: [],
  units: [],
  last: { type: 'NoteAdded', by: actor('PERSON'), at: `2026-11-21T11:0${number}:00Z` },
  revision: '0',
  position: '0',
  ...facts,
});
const rows = [
  incident(1, { grade: 1, tasks: [task('fire', 'ASSIGNED', '11:50:00')] }),
  incident(2, {
    grade: 1,
    status: 'REPORTED',
    tasks: [
      task('fire', 'ASSIGNED', '11:40:00'),
      task('gas', 'ACCEPTED', '11:00:00'),
      task('gas', 'VERIFIED', '11:00:00'),
    ],
  }),
  incident(3, {
    last: { type: 'TaskEscalated', by: actor('POLICY'), at: '2026-11-21T11:59:00Z' },
  }),
];

describe('[V38] the figures of the wall', () => {
  it('count by grade', () =>
    expect(gradeCounts(rows)).toEqual({ grades: [2, 0, 0, 0], ungraded: 1, unconfirmed: 1 }));

  it('count each department’s open, unanswered and overdue tasks', () => {
    expect(departmentCounts(rows, [], now)).toEqual([
      { department: 'fire', open: 2, unanswered: 2, overdue: 2, unitsFree: 0, units: 0 },
      { department: 'gas', open: 1, unanswered: 0, overdue: 0, unitsFree: 0, units: 0 },
    ]);
  });

  it('list what waits longest first, and what people entered last', () => {
    expect(overdueOf(rows, now).map(({ incident: { number } }) => number)).toEqual([2, 1]);
    expect(lastByPeople(rows).map(({ number }) => number)).toEqual([2, 1]);
  });
});
