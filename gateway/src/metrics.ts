import type { StoreObserver } from '@tocsin/domain/store';
import { gaugePool, type PoolUse } from '@tocsin/projections/queries';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { FeedLoad } from './feed/feed.ts';
import { gaugeProjections, type ProjectionFigures } from './projectionMetrics.ts';

export interface Metrics {
  readonly registry: Registry;
  readonly http: Histogram<'operation'>;
  readonly commands: Counter<'command' | 'outcome'>;
  readonly commandSeconds: Histogram<'command'>;
  readonly appendSeconds: Histogram;
  readonly signIns: Counter<'outcome'>;
  readonly sockets: Gauge;
  readonly socketsClosed: Counter<'code'>;
  /** Bytes given to sockets and not taken yet. */
  readonly socketBytes: Gauge;
  readonly conflations: Counter;
  readonly renderings: Counter;
  readonly shared: Counter;
}

/** What is only known when asked for. */
export interface Gauged extends ProjectionFigures {
  readonly feed: () => FeedLoad;
  readonly pool: PoolUse;
}

const latencyBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** One registry a gateway, so that several can live in one process. */
export function openMetrics(gauged: Gauged): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const gaugeOfFeed = (name: string, help: string, of: (load: FeedLoad) => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(of(gauged.feed()));
      },
    });
  gaugeOfFeed('tocsin_subscriptions', 'Board subscriptions alive.', (load) => load.subscriptions);
  gaugeOfFeed(
    'tocsin_rooms',
    'Distinct board subscriptions, each executed once.',
    (load) => load.rooms,
  );
  gaugeOfFeed(
    'tocsin_subscriptions_behind',
    'Board subscriptions whose socket is slow: only their place in the log is kept.',
    (load) => load.behind,
  );
  gaugeOfFeed('tocsin_mailbox_rows', 'Rows that wait to be rendered.', (load) => load.waiting);
  gaugeProjections(registry, gauged);
  gaugePool(registry, gauged.pool);
  return {
    registry,
    http: new Histogram({
      name: 'tocsin_http_seconds',
      help: 'Time to answer a GraphQL request over HTTP, by operation.',
      labelNames: ['operation'],
      buckets: latencyBuckets,
      registers,
    }),
    commands: new Counter({
      name: 'tocsin_commands_total',
      help: 'Commands by outcome.',
      labelNames: ['command', 'outcome'],
      registers,
    }),
    commandSeconds: new Histogram({
      name: 'tocsin_command_seconds',
      help: 'Time from a command to its outcome, by command: waiting for its turn, deciding, appending.',
      labelNames: ['command'],
      buckets: latencyBuckets,
      registers,
    }),
    appendSeconds: new Histogram({
      name: 'tocsin_append_seconds',
      help: 'Time of an append to the event store that was taken.',
      buckets: latencyBuckets,
      registers,
    }),
    signIns: new Counter({
      name: 'tocsin_sign_ins_total',
      help: 'Sign-ins by outcome.',
      labelNames: ['outcome'],
      registers,
    }),
    sockets: new Gauge({ name: 'tocsin_sockets', help: 'Open sockets.', registers }),
    socketsClosed: new Counter({
      name: 'tocsin_sockets_closed_total',
      help: 'Sockets closed by the gateway, by code.',
      labelNames: ['code'],
      registers,
    }),
    conflations: new Counter({
      name: 'tocsin_conflations_total',
      help: 'Rows replaced by a newer one before they were rendered.',
      registers,
    }),
    renderings: new Counter({
      name: 'tocsin_renderings_total',
      help: 'Messages of a subscription executed and serialized.',
      registers,
    }),
    shared: new Counter({
      name: 'tocsin_executions_shared_total',
      help: 'Messages sent to a subscription that were executed for another.',
      registers,
    }),
    socketBytes: new Gauge({
      name: 'tocsin_socket_bytes',
      help: 'Bytes given to sockets and not taken yet.',
      registers,
    }),
  };
}

/** Counts what a store does. The commands' names are their types: there is a bounded number. */
export const countCommands = ({ commandSeconds, appendSeconds }: Metrics): StoreObserver => ({
  commanded: ({ type: command, begun, ended }) =>
    commandSeconds.observe({ command }, (ended - begun) / 1000),
  appended: ({ done, begun, ended }) => {
    if (done) appendSeconds.observe((ended - begun) / 1000);
  },
});
