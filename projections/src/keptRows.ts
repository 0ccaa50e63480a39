import type { Position } from '@tocsin/domain';
import type { ActionRow } from './queries/actionRows.ts';
import type { CityRow, IncidentRow, PersonRow, TaskRow } from './queries/rows.ts';

/** A row, the position of its first event, and the one at which it left its board; undefined while it is on it. */
export interface Kept<Row> {
  readonly row: Row;
  readonly began: Position;
  readonly ended: Position | undefined;
}

/** An incident's row with its tasks' and corrective actions' rows: they change together. */
export interface IncidentRows {
  readonly incident: Kept<IncidentRow>;
  readonly tasks: ReadonlyMap<string, Kept<TaskRow>>;
  readonly actions: ReadonlyMap<string, Kept<ActionRow>>;
}
export interface CityRows {
  readonly city: CityRow;
  readonly founded: string;
}
export interface PersonRows {
  readonly person: PersonRow;
  readonly appointed: string;
}
