import { may } from './may.ts';
import { citySubject, departmentSubject } from './subject.ts';
import type { Viewer } from './viewer.ts';

/** Whose row changed, as the change log says. */
export interface ChangedRow {
  readonly board: 'incident' | 'task' | 'unit';
  readonly city: string;
  readonly department: string | undefined;
}

/** The same rule as of the boards' queries, asked about one changed row. */
export function maySeeChange(viewer: Viewer, { board, city, department }: ChangedRow): boolean {
  const owner = departmentSubject(city, department ?? '');
  switch (board) {
    case 'incident':
      return may(viewer, 'readIncidentBoard', citySubject(city));
    case 'task':
      return may(viewer, 'readTaskBoard', owner);
    case 'unit':
      return may(viewer, 'readUnitBoard', owner);
  }
}
