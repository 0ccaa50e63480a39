import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { FeedLoad } from './feed/feed.ts';

export interface Metrics {
  readonly registry: Registry;
  readonly http: Histogram<'operation'>;
  readonly commands: Counter<'command' | 'outcome'>;
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
export interface Gauged {
  readonly feed: () => FeedLoad;
  /** Undefined when it can't be known now. */
  readonly lag: () => Promise<{ readonly position: number; readonly seconds: number } | undefined>;
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
  const lagSeconds = new Gauge({
    name: 'tocsin_projection_lag_seconds',
    help: 'How long the projections have not been live.',
    registers,
  });
  new Gauge({
    name: 'tocsin_projection_lag_positions',
    help: 'How far the projections are behind the log’s last position.',
    registers,
    async collect() {
      const lag = await gauged.lag();
      this.set(lag?.position ?? Number.NaN);
      lagSeconds.set(lag?.seconds ?? Number.NaN);
    },
  });
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
      help: 'Batches of a board executed and serialized.',
      registers,
    }),
    shared: new Counter({
      name: 'tocsin_executions_shared_total',
      help: 'Batches sent to a subscription that were executed for another.',
      registers,
    }),
    socketBytes: new Gauge({
      name: 'tocsin_socket_bytes',
      help: 'Bytes given to sockets and not taken yet.',
      registers,
    }),
  };
}
