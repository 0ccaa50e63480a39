import type { LogEvent, Position } from '@tocsin/domain';
import type { Store } from '@tocsin/domain/store';

/** What stands in the log after a position, of streams that begin so (default: of every one). */
export async function eventsAfter(
  store: Store,
  after: Position | undefined,
  prefix = '',
): Promise<LogEvent[]> {
  const stop = new AbortController();
  const found: LogEvent[] = [];
  const options = { signal: stop.signal, ...(after === undefined ? {} : { after }) };
  for await (const { events, caughtUp } of store.follow(options)) {
    found.push(...events.filter(({ stream }) => stream.startsWith(prefix)));
    if (caughtUp) break;
  }
  stop.abort();
  return found;
}

/** The names of streams that were written to after a position, but for the access log. */
export async function touchedAfter(
  store: Store,
  after: Position | undefined,
): Promise<readonly string[]> {
  const events = await eventsAfter(store, after);
  return events.map(({ stream }) => stream).filter((stream) => !stream.startsWith('access-'));
}
