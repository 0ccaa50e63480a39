import { type Rejection, reject } from '../rejection.ts';
import {
  type Commitment,
  type Incident,
  type IncidentStatus,
  isCommitted,
  isOpen,
  isOpenTask,
} from './incident.ts';

export const statusFault = (
  incident: Incident,
  ...wanted: readonly IncidentStatus[]
): Rejection | undefined =>
  wanted.includes(incident.status)
    ? undefined
    : reject('incidentStatus', { status: incident.status, wanted: wanted.join(', ') }, 'incident');

/** Only what still takes tasks and units. */
export const openFault = (incident: Incident): Rejection | undefined =>
  isOpen(incident)
    ? undefined
    : statusFault(incident, 'reported', 'confirmed', 'responding', 'contained');

/** Only what has been confirmed and is still open. */
export const confirmedFault = (incident: Incident): Rejection | undefined =>
  statusFault(incident, 'confirmed', 'responding', 'contained');

/** A unit out there hinders an end. */
export function committedFault(
  incident: Incident,
  hinders: (unit: Commitment) => boolean = isCommitted,
): Rejection | undefined {
  const units = [...incident.commitments.values()].filter(hinders);
  if (units.length === 0) return undefined;
  const names = units.map((unit) => unit.callSign).join(', ');
  return reject('committedUnits', { count: units.length, units: names }, 'incident');
}

/** So does a task that someone has in hand. */
export function openTaskFault(incident: Incident): Rejection | undefined {
  const open = [...incident.tasks.values()].filter(isOpenTask);
  if (open.length === 0) return undefined;
  const departments = open.map((task) => task.department).join(', ');
  return reject('openTasks', { count: open.length, departments }, 'incident');
}
