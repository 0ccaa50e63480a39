import { stringifyDocument, type TypedDocumentNode } from '@urql/core';
import { type Client, createClient, type SubscribePayload } from 'graphql-ws';
import { type DataState, noLine, onLine, silence } from '../store/connection.ts';
import type { Ended, Sink } from '../store/liveBoard.ts';
import { language } from '../store/preferences.ts';
import { consoleId, endSession, session } from '../store/session.ts';
import { signal } from '../store/signal.ts';
import { subscriptionIds } from '../store/subscriptionIds.ts';

export const line = signal(noLine);

/** The one socket of this window; it lives as long as something is subscribed. */
export interface Live {
  readonly subscribe: <Data, Variables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: () => Variables,
    sink: Sink<Data>,
  ) => () => void;
  /** Says that the server was heard; when it is silent for too long the socket is given up. */
  readonly heard: (data: DataState) => void;
  readonly close: () => void;
}

const address = (): string => {
  const url = new URL('/graphql', window.location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  return url.href;
};

// Half a second at first, eight at the most, spread so that a thousand consoles don't return as one.
const pause = (retries: number): Promise<void> =>
  new Promise((resolve) =>
    setTimeout(resolve, 2 ** Math.min(retries, 4) * (350 + Math.random() * 300)),
  );

function endedBy(error: unknown): Ended {
  if (Array.isArray(error)) {
    const code: unknown = error[0]?.extensions?.code;
    if (code === 'unauthenticated') endSession('expired');
    return typeof code === 'string' ? { code } : {};
  }
  const code = error instanceof CloseEvent ? error.code : 0;
  if (code === 4401) endSession('expired');
  if (code === 4403) endSession('forbidden');
  return {};
}

function connect(idOf: (payload: SubscribePayload) => string): Client {
  return createClient({
    url: address,
    connectionParams: () => ({
      token: session.get()?.token,
      language: language.get(),
      console: consoleId,
    }),
    generateID: idOf,
    keepAlive: 15_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    retryWait: pause,
    shouldRetry: (reason) => !(reason instanceof CloseEvent && reason.code === 4403),
    on: {
      connecting: () => line.set(onLine(line.get(), { type: 'connecting', at: Date.now() })),
      connected: () => line.set(onLine(line.get(), { type: 'opened', at: Date.now() })),
      closed: () => line.set(onLine(line.get(), { type: 'lost', at: Date.now() })),
    },
  });
}

export function openLive(): Live {
  line.set({ ...noLine, browserOnline: navigator.onLine });
  const ids = subscriptionIds();
  const taken = new WeakMap<SubscribePayload, string>();
  const socket = connect((payload) => {
    const id = ids.take(payload.query, payload.variables ?? {});
    taken.set(payload, id);
    return id;
  });
  let watchdog: ReturnType<typeof setTimeout> | undefined;
  const browser = (): void =>
    line.set(onLine(line.get(), { type: 'browser', online: navigator.onLine }));
  window.addEventListener('online', browser);
  window.addEventListener('offline', browser);

  return {
    subscribe: (document, variables, sink) => {
      // A getter: graphql-ws sends the same object again after a reconnect.
      const payload = {
        query: stringifyDocument(document),
        get variables() {
          return variables() as Record<string, unknown>;
        },
      };
      const free = (): void => ids.free(taken.get(payload) ?? '');
      return socket.subscribe(payload, {
        next: ({ data, errors }) => {
          if (errors && errors.length > 0) sink.ended(endedBy(errors));
          else if (data) sink.next(data as Parameters<typeof sink.next>[0]);
        },
        error: (error) => {
          free();
          sink.ended(endedBy(error));
        },
        complete: () => {
          free();
          sink.ended({});
        },
      });
    },
    heard: (data) => {
      line.set(onLine(line.get(), { type: 'status', at: Date.now(), data }));
      clearTimeout(watchdog);
      watchdog = setTimeout(() => socket.terminate(), silence * 4);
    },
    close: () => {
      clearTimeout(watchdog);
      window.removeEventListener('online', browser);
      window.removeEventListener('offline', browser);
      void socket.dispose();
    },
  };
}
