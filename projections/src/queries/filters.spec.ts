import { describe, expect, it } from 'vitest';
import { incidentMatches, taskMatches, unitMatches } from './filters.ts';
import type { IncidentRow, TaskRow, UnitRow } from './rows.ts';

const task = { department: 'fire', escalation: 0 };
const incident = {
  status: 'confirmed',
  grade: 2,
  place: { address: 'Riverside Road 3', cell: 'c-7', district: 'riverside' },
  responsible: { department: 'gas', overridden: false },
  tasks: [task],
  units: [],
} as unknown as IncidentRow;
const assignment = { status: 'assigned', place: { address: 'there' } } as TaskRow;
const unit = { department: 'fire', onDuty: true, stacked: [] } as unknown as UnitRow;

describe('[F17] a filter', () => {
  it('restricts nothing by what it leaves out or leaves empty', () => {
    for (const filter of [{}, { statuses: [], grades: [], cells: [], districts: [] }]) {
      expect(incidentMatches(filter, incident)).toBe(true);
      expect(taskMatches(filter, assignment)).toBe(true);
      expect(unitMatches({}, unit)).toBe(true);
    }
  });

  it.each([
    [{ statuses: ['confirmed', 'resolved'] }, true],
    [{ statuses: ['resolved'] }, false],
    [{ grades: [1, 2] }, true],
    [{ grades: [1] }, false],
    [{ cells: ['c-7'] }, true],
    [{ districts: ['hillside'] }, false],
    [{ departments: ['fire'] }, true],
    [{ departments: ['gas'] }, true],
    [{ departments: ['police'] }, false],
    [{ overdue: false }, true],
    [{ overdue: true }, false],
    [{ statuses: ['confirmed'], grades: [4] }, false],
  ] as const)('finds of incidents by %j: %s', (filter, found) => {
    expect(incidentMatches(filter, incident)).toBe(found);
  });

  it('takes an incident for overdue by its tasks and its units', () => {
    const late = { ...incident, tasks: [{ ...task, escalation: 1 }] } as unknown as IncidentRow;
    const silent = { ...incident, units: [{ parOverdueSince: 'then' }] } as unknown as IncidentRow;
    for (const row of [late, silent]) expect(incidentMatches({ overdue: true }, row)).toBe(true);
  });

  it('does not find what the row does not say', () => {
    expect(taskMatches({ grades: [1] }, assignment)).toBe(false);
    expect(taskMatches({ cells: ['c-7'] }, assignment)).toBe(false);
    expect(taskMatches({ overdue: false, statuses: ['assigned'] }, assignment)).toBe(true);
    expect(taskMatches({ overdue: true }, { ...assignment, overdueSince: 'then' })).toBe(true);
  });

  it('finds units by department, stage, availability and silence', () => {
    const par = { check: 1, overdueSince: 'then' };
    const active = {
      assignment: 'a',
      incident: 'i',
      stage: 'onScene',
      since: 'then',
      par,
    } as const;
    const busy: UnitRow = { ...unit, active };
    expect(unitMatches({ available: true, departments: ['fire'] }, unit)).toBe(true);
    expect(unitMatches({ available: true }, { ...unit, onDuty: false })).toBe(false);
    expect(unitMatches({ available: true }, { ...unit, reserve: { reason: '', since: '' } })).toBe(
      false,
    );
    expect(unitMatches({ stages: ['onScene'], overdue: true, available: false }, busy)).toBe(true);
    expect(unitMatches({ stages: ['onScene'] }, unit)).toBe(false);
    expect(unitMatches({ departments: ['police'] }, unit)).toBe(false);
  });
});
