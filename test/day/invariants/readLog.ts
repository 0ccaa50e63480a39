import type { LogEvent } from '@tocsin/domain';
import type { Store } from '@tocsin/domain/store';

/** The whole log, and the same by stream. */
export interface Log {
  readonly events: readonly LogEvent[];
  readonly streams: ReadonlyMap<string, readonly LogEvent[]>;
}

export async function readLog(store: Store): Promise<Log> {
  const events: LogEvent[] = [];
  const streams = new Map<string, LogEvent[]>();
  const done = new AbortController();
  for await (const batch of store.follow({ signal: done.signal })) {
    for (const event of batch.events) {
      events.push(event);
      const known = streams.get(event.stream);
      if (known) known.push(event);
      else streams.set(event.stream, [event]);
    }
    if (batch.caughtUp) done.abort();
  }
  return { events, streams };
}

/** The streams of one kind, without `<kind>-`. */
export function* streamsOf(log: Log, kind: string): Generator<[string, readonly LogEvent[]]> {
  for (const [name, events] of log.streams)
    if (name.startsWith(`${kind}-`)) yield [name.slice(kind.length + 1), events];
}
