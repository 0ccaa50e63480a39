import type { Board } from '@tocsin/projections/queries';
import type { Action } from './action.ts';
import { may } from './may.ts';
import { citySubject, departmentSubject } from './subject.ts';
import type { Viewer } from './viewer.ts';

/** Whose row changed, as the change log says. */
export interface ChangedRow {
  readonly board: Board;
  readonly city: string;
  readonly department: string | undefined;
}

/** What reading each board is called in the rule table. */
export const boardActions = {
  incident: 'readIncidentBoard',
  task: 'readTaskBoard',
  unit: 'readUnitBoard',
  depot: 'readDepotBoard',
  warning: 'readWarningBoard',
  plannedEvent: 'readPlannedEventBoard',
  duty: 'readDutyBoard',
  action: 'readActionBoard',
} as const satisfies Readonly<Record<Board, Action>>;

/** The same rule as of the boards' queries, asked about one changed row. */
export function maySeeChange(viewer: Viewer, { board, city, department }: ChangedRow): boolean {
  const owned = board === 'task' || board === 'unit' || board === 'action';
  const subject = owned ? departmentSubject(city, department ?? '') : citySubject(city);
  return may(viewer, boardActions[board], subject);
}
