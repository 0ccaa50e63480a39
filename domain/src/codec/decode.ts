import { type EventMeta, position, revision } from '../metadata.ts';
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
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !(value instanceof Uint8Array);

const isMeta = (value: unknown): value is StoredMeta =>
  isObject(value) &&
  typeof value.hash === 'string' &&
  Number.isInteger(value.schema) &&
  Number(value.schema) >= 1;

/** Throws `EVENT_UNREADABLE` for an event that is not Tocsin's or was written by a newer version. */
export function decode(raw: RawEvent): LogEvent {
  const where = `${raw.type} at revision ${raw.revision} of ${raw.streamId}`;
  if (!isObject(raw.data) || !isMeta(raw.metadata))
    throw new UnreadableEventError(`${where} does not have the form of an event of Tocsin`);
  const { $correlationId, $causationId, ...rest } = raw.metadata;
  const known = currentSchema(raw.type);
  if (known === 0 || rest.schema > known)
    throw new UnreadableEventError(
      `${where} was written by a newer version (schema ${rest.schema})`,
    );
  const meta: EventMeta = { ...rest, correlationId: $correlationId, causationId: $causationId };
  const data = upcast(raw.type, meta.schema, raw.data);
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
