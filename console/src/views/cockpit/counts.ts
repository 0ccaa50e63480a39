import type { IncidentRow, UnitRow } from '../../api/types.ts';
import type { CityIndex } from '../../store/cityIndex.ts';
import { isEnded, isUnacknowledged, isUnanswered } from '../../store/needs.ts';
import { isFree } from '../../store/units.ts';

type RowTask = IncidentRow['tasks'][number];

/** The district of an incident: its place's, else its grid cell's; null when neither is known. */
export function districtOf({ place }: Pick<IncidentRow, 'place'>, city: CityIndex): string | null {
  const cell = place.cell === null ? undefined : city.cells.get(place.cell);
  return place.district ?? cell?.district ?? null;
}

export const inDistrict = (
  rows: readonly IncidentRow[],
  district: string | null,
  city: CityIndex,
): readonly IncidentRow[] =>
  district === null ? rows : rows.filter((row) => districtOf(row, city) === district);

export interface GradeCounts {
  /** By grade 1 to 4. */
  readonly grades: readonly [number, number, number, number];
  readonly ungraded: number;
  /** Reported and by nobody confirmed. */
  readonly unconfirmed: number;
}

export function gradeCounts(rows: readonly IncidentRow[]): GradeCounts {
  const of = (grade: number): number => rows.filter((row) => row.grade === grade).length;
  return {
    grades: [of(1), of(2), of(3), of(4)],
    ungraded: rows.filter((row) => row.grade === null).length,
    unconfirmed: rows.filter((row) => row.status === 'REPORTED').length,
  };
}

export interface DepartmentCounts {
  readonly department: string;
  readonly open: number;
  readonly unanswered: number;
  readonly overdue: number;
  readonly unitsFree: number;
  readonly units: number;
}

/** Each department that has open tasks or units, the one with the most overdue ones first. */
export function departmentCounts(
  rows: readonly IncidentRow[],
  units: readonly UnitRow[],
  now: number,
): readonly DepartmentCounts[] {
  const tasks = rows.flatMap((row) => row.tasks).filter((task) => !isEnded(task));
  const names = new Set([...tasks, ...units].map(({ department }) => department));
  return [...names]
    .map((department): DepartmentCounts => {
      const own = tasks.filter((task) => task.department === department);
      const crews = units.filter((unit) => unit.department === department);
      return {
        department,
        open: own.length,
        unanswered: own.filter(isUnanswered).length,
        overdue: own.filter((task) => isUnacknowledged(task, now)).length,
        unitsFree: crews.filter(isFree).length,
        units: crews.length,
      };
    })
    .sort((a, b) => b.overdue - a.overdue || b.open - a.open || b.units - a.units);
}

export interface OverdueTask {
  readonly incident: IncidentRow;
  readonly task: RowTask;
}

/** Tasks that nobody answered by their deadline, the longest first. */
export const overdueOf = (rows: readonly IncidentRow[], now: number): readonly OverdueTask[] =>
  rows
    .flatMap((incident) =>
      incident.tasks
        .filter((task) => isUnacknowledged(task, now))
        .map((task) => ({ incident, task })),
    )
    .sort((a, b) => (a.task.acknowledgeBy ?? '').localeCompare(b.task.acknowledgeBy ?? ''));

/** The incidents whose last entry a person made, the newest first. */
export const lastByPeople = (rows: readonly IncidentRow[]): readonly IncidentRow[] =>
  rows
    .filter((row) => row.last.by.kind === 'PERSON')
    .toSorted((a, b) => b.last.at.localeCompare(a.last.at));
