export interface StopRequest {
  /** Aborted by the first Ctrl-C, SIGTERM or hang-up. */
  readonly signal: AbortSignal;
  /** Settles then. */
  readonly asked: Promise<void>;
  /** Asks for the stop from within. */
  readonly ask: () => void;
}

/**
 * Turns Ctrl-C, SIGTERM and a closed terminal into one request to stop; `again` is told of each
 * further one. From now on they don't end the process by themselves.
 */
export function stopRequest(first: () => void, again: () => void): StopRequest {
  const stopping = new AbortController();
  const asked = new Promise<void>((resolve) => {
    stopping.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  const onSignal = (): void => {
    if (stopping.signal.aborted) {
      again();
    } else {
      first();
      stopping.abort();
    }
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal);
  return { signal: stopping.signal, asked, ask: () => stopping.abort() };
}
