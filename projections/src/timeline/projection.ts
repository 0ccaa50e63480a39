import { type IncidentEvent, type Stored, withoutPersons } from '@tocsin/domain';
import type { IncidentRow, TimelineRow } from '../queries/rows.ts';
import { rowFacts } from '../rowFacts.ts';

/**
 * The event, without the persons whom it names, as an entry of its incident's timeline; `incident` is the row after the event, `ofAction`
 * the department of the corrective action that it is on.
 */
export function projectTimeline(
  event: Stored<IncidentEvent>,
  incident: IncidentRow,
  ofAction?: string,
): TimelineRow {
  const { meta, data } = event;
  const { by, at, revision, position } = rowFacts(event);
  const task = 'task' in data ? data.task : undefined;
  const department = departmentOf(event, incident, task) ?? ofAction;
  return {
    incident: incident.id,
    city: incident.city,
    revision,
    position,
    type: event.type,
    occurredAt: at,
    recordedAt: meta.recordedAt,
    actor: by,
    commandId: meta.commandId,
    causationId: meta.causationId,
    correlationId: meta.correlationId,
    ...(task === undefined ? {} : { task }),
    ...(department === undefined ? {} : { department }),
    data: withoutPersons(event.stream, event.type, data),
    hash: meta.hash,
  };
}

/** The department that the event concerns: the unit's, or the task's. */
function departmentOf(
  { data }: Stored<IncidentEvent>,
  incident: IncidentRow,
  task: string | undefined,
): string | undefined {
  if ('department' in data && data.department !== undefined) return data.department;
  return incident.tasks.find((one) => one.id === task)?.department;
}
