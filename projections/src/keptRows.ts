import type { Position } from '@tocsin/domain';
import type { CityRow, IncidentRow, PersonRow, TaskRow } from './queries/rows.ts';

/** A row and the position at which it left its board; undefined while it is on it. */
export interface Kept<Row> {
  readonly row: Row;
  readonly ended: Position | undefined;
}

/** An incident's row with its tasks' rows: they change together. */
export interface IncidentRows {
  readonly incident: Kept<IncidentRow>;
  readonly tasks: ReadonlyMap<string, Kept<TaskRow>>;
}
export interface CityRows {
  readonly city: CityRow;
  readonly founded: string;
}
export interface PersonRows {
  readonly person: PersonRow;
  readonly appointed: string;
}
