import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  readonly registry: Registry;
  readonly http: Histogram<'operation'>;
  readonly commands: Counter<'command' | 'outcome'>;
  readonly signIns: Counter<'outcome'>;
  readonly sockets: Gauge;
  readonly socketsClosed: Counter<'code'>;
  readonly conflations: Counter;
}

/** What is only known when asked for. */
export interface Gauged {
  readonly subscriptions: () => number;
  readonly waitingRows: () => number;
  /** Undefined when it can't be known now. */
  readonly lag: () => Promise<{ readonly position: number; readonly seconds: number } | undefined>;
}

const latencyBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** One registry a gateway, so that several can live in one process. */
export function openMetrics(gauged: Gauged): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'tocsin_subscriptions',
    help: 'Board subscriptions alive.',
    registers,
    collect() {
      this.set(gauged.subscriptions());
    },
  });
  new Gauge({
    name: 'tocsin_mailbox_rows',
    help: 'Rows that wait for slow subscribers.',
    registers,
    collect() {
      this.set(gauged.waitingRows());
    },
  });
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
      help: 'Rows replaced by a newer one before their subscriber had read them.',
      registers,
    }),
  };
}
