import type { CommitmentStage, TaskStatus } from '@tocsin/domain';
import type { IncidentRow, TaskRow, UnitRow } from './rows.ts';

/** What of a board is wanted; what is left out or empty restricts nothing. */
interface PlaceFilter {
  readonly cells?: readonly string[];
  readonly districts?: readonly string[];
}

export interface IncidentFilter extends PlaceFilter {
  /** That have or had a task in it, or are responsible for it. */
  readonly departments?: readonly string[];
  readonly statuses?: readonly IncidentRow['status'][];
  readonly grades?: readonly number[];
  /** A task in it, or a unit's answer, is overdue (or none is, for false). */
  readonly overdue?: boolean;
}

export interface TaskFilter extends PlaceFilter {
  readonly statuses?: readonly TaskStatus[];
  readonly grades?: readonly number[];
  /** Was escalated, or is not done in time. */
  readonly overdue?: boolean;
}

export interface UnitFilter {
  readonly departments?: readonly string[];
  /** Stages of its active assignment. */
  readonly stages?: readonly CommitmentStage[];
  /** On duty, neither assigned nor in reserve. */
  readonly available?: boolean;
  /** Has not accounted for itself in time. */
  readonly overdue?: boolean;
}

type Wanted<Value> = readonly Value[] | undefined;

const among = <Value>(wanted: Wanted<Value>, value: Value | undefined): boolean =>
  !wanted?.length || (value !== undefined && wanted.includes(value));

const anyAmong = <Value>(wanted: Wanted<Value>, values: readonly (Value | undefined)[]): boolean =>
  !wanted?.length || values.some((value) => value !== undefined && wanted.includes(value));

const is = (wanted: boolean | undefined, holds: boolean): boolean =>
  wanted === undefined || wanted === holds;

const placed = ({ cells, districts }: PlaceFilter, place: IncidentRow['place']): boolean =>
  among(cells, place.cell) && among(districts, place.district);

const incidentOverdue = ({ tasks, units }: IncidentRow): boolean =>
  tasks.some(({ overdueSince, escalation }) => overdueSince !== undefined || escalation > 0) ||
  units.some(({ parOverdueSince }) => parOverdueSince !== undefined);

export const incidentMatches = (filter: IncidentFilter, row: IncidentRow): boolean =>
  among(filter.statuses, row.status) &&
  among(filter.grades, row.grade) &&
  placed(filter, row.place) &&
  anyAmong(filter.departments, [
    row.responsible?.department,
    ...row.tasks.map(({ department }) => department),
  ]) &&
  is(filter.overdue, incidentOverdue(row));

export const taskMatches = (filter: TaskFilter, row: TaskRow): boolean =>
  among(filter.statuses, row.status) &&
  among(filter.grades, row.grade) &&
  placed(filter, row.place) &&
  is(filter.overdue, row.overdueSince !== undefined || row.escalation !== undefined);

export const unitMatches = (filter: UnitFilter, row: UnitRow): boolean =>
  among(filter.departments, row.department) &&
  among(filter.stages, row.active?.stage) &&
  is(filter.available, row.onDuty && !row.active && !row.reserve) &&
  is(filter.overdue, row.active?.par?.overdueSince !== undefined);
