import type { LogEvent } from '../tocsinEvent.ts';

/** Facts of an event that name another stream, by the kind of stream that they name. */
const naming: Readonly<Record<string, string>> = {
  unit: 'unit',
  depot: 'depot',
  incident: 'incident',
  from: 'incident',
  into: 'incident',
  event: 'plannedEvent',
};

/**
 * The streams in which the cause of an event may stand: its own, then those that its facts name. A
 * process manager carries over what the event that it reacts to says, so it names where that was.
 */
export function causeStreams({
  stream,
  data,
}: {
  readonly stream: string;
  readonly data: object;
}): string[] {
  const named = Object.entries(data).flatMap(([name, value]) =>
    naming[name] !== undefined && typeof value === 'string' ? [`${naming[name]}-${value}`] : [],
  );
  return [...new Set([stream, ...named])];
}

/** Somebody did it, and nothing that stands in the log before it made them. */
export const isDeed = ({ meta }: Pick<LogEvent, 'meta'>): boolean =>
  meta.causationId === meta.commandId;

/** Whether one event is what another says it comes from: by its id, or by its command's. */
export const isCauseOf = (
  cause: Pick<LogEvent, 'id' | 'position' | 'meta'>,
  { position, meta }: Pick<LogEvent, 'position' | 'meta'>,
): boolean =>
  cause.position < position &&
  (cause.id === meta.causationId || cause.meta.commandId === meta.causationId);
