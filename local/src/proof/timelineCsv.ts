import type { StoredEvent } from '@tocsin/domain/proof';

const columns = [
  'occurred_at',
  'recorded_at',
  'recorded_after_seconds',
  'stream',
  'revision',
  'type',
  'strikes_revision',
  'actor_kind',
  'actor_id',
  'actor_name',
  'actor_role',
  'actor_department',
  'console',
  'exercise',
  'command_id',
  'caused_by',
  'event_id',
  'hash',
  'data',
] as const;

/** RFC 4180; what a spreadsheet would take for a formula is text. */
function field(value: unknown): string {
  const text = value === undefined || value === null ? '' : String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const timelineHead = columns.join(',');

type Facts = Readonly<Record<string, unknown>>;

/** How long after it happened it was recorded: what was entered late stands out. */
const secondsBetween = (occurredAt: unknown, recordedAt: unknown): string =>
  ((Date.parse(String(recordedAt)) - Date.parse(String(occurredAt))) / 1_000).toFixed(3);

/**
 * An event as a line of a timeline, in the order of the log. A struck entry stays as it is; the line
 * of the striking names its revision in the same stream.
 */
export function timelineLine({
  id,
  streamId,
  revision,
  type,
  data,
  metadata,
}: StoredEvent): string {
  const meta = metadata as Facts;
  const actor = (meta.actor ?? {}) as Facts;
  return [
    meta.occurredAt,
    meta.recordedAt,
    secondsBetween(meta.occurredAt, meta.recordedAt),
    streamId,
    revision,
    type,
    type === 'EntryStruck' ? (data as Facts).revision : undefined,
    actor.kind,
    actor.id,
    actor.name,
    actor.role,
    actor.department,
    actor.console,
    meta.exercise,
    meta.commandId,
    meta.$causationId,
    id,
    meta.hash,
    JSON.stringify(data),
  ]
    .map(field)
    .join(',');
}
