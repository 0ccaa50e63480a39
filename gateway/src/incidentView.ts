import type { Evidence, Incident, IncidentStatus, Position, Revision } from '@tocsin/domain';
import type { AsOf } from '@tocsin/domain/store';

/** An incident that exists, as it stood right after a revision. */
export interface IncidentView {
  readonly state: Incident;
  readonly status: Exclude<IncidentStatus, 'none'>;
  readonly reported: Evidence;
  readonly revision: Revision;
  readonly position: Position;
  /** The newest revision of its record. */
  readonly lastRevision: Revision;
}

/** Undefined when there is no incident. `lastRevision`: its newest, when that isn't this one. */
export function viewIncident(
  read: AsOf<Incident> | undefined,
  lastRevision?: Revision,
): IncidentView | undefined {
  if (!read) return undefined;
  const { state, revision, position } = read;
  const { status, reported } = state;
  if (status === 'none' || !reported || revision === undefined || position === undefined)
    return undefined;
  return { state, status, reported, revision, position, lastRevision: lastRevision ?? revision };
}
