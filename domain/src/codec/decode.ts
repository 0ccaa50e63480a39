import { type EventMeta, position, revision } from '../metadata.ts';
import { opened } from '../privacy/openings.ts';
import type { LogEvent } from '../tocsinEvent.ts';
import { currentSchema, upcast } from './upcasters.ts';

/** An event as EventStoreDB gives it, with its commit position. */
export interface RawEvent {
  readonly id: string;
  readonly streamId: string;
  readonly revision: bigint;
  readonly commit: bigint;
  readonly type: string;
  readonly data: unknown;
  readonly metadata: unknown;
}

/** The log holds what this version cannot read: nothing may go on as if it had been read. */
export class UnreadableEventError extends Error {
  readonly code = 'EVENT_UNREADABLE';
}

interface StoredMeta extends Omit<EventMeta, 'correlationId' | 'causationId'> {
  readonly $correlationId: string;
  readonly $causationId: string;
  readonly openings?: unknown;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !(value instanceof Uint8Array);

const isMeta = (value: unknown): value is StoredMeta =>
  isObject(value) &&
  typeof value.hash === 'string' &&
  Number.isInteger(value.schema) &&
  Number(value.schema) >= 1;

const unreadable = ({ type, revision: at, streamId }: RawEvent, why: string) =>
  new UnreadableEventError(`${type} at revision ${at} of ${streamId} ${why}`);

// Field by field: every event that is read comes through here, and this costs half of a spread.
const metaOf = (stored: StoredMeta): EventMeta => ({
  commandId: stored.commandId,
  commandDigest: stored.commandDigest,
  correlationId: stored.$correlationId,
  causationId: stored.$causationId,
  actor: stored.actor,
  occurredAt: stored.occurredAt,
  recordedAt: stored.recordedAt,
  schema: stored.schema,
  exercise: stored.exercise,
  previousHash: stored.previousHash,
  hash: stored.hash,
});

/**
 * The event as it was recorded, its openings put back in. What was left out is shown as such. Throws
 * `EVENT_UNREADABLE` for an event that is not Tocsin's or was written by a newer version.
 */
export function decode(raw: RawEvent): LogEvent {
  if (!isObject(raw.data) || !isMeta(raw.metadata))
    throw unreadable(raw, 'does not have the form of an event of Tocsin');
  const meta = metaOf(raw.metadata);
  const known = currentSchema(raw.type);
  if (known === 0 || meta.schema > known)
    throw unreadable(raw, `was written by a newer version (schema ${meta.schema})`);
  const whole = opened(raw.streamId, raw.type, raw.data, raw.metadata.openings);
  const data = meta.schema === known ? whole : upcast(raw.type, meta.schema, whole);
  return {
    type: raw.type,
    data,
    meta,
    id: raw.id,
    stream: raw.streamId,
    revision: revision(raw.revision),
    position: position(raw.commit),
  } as LogEvent;
}
