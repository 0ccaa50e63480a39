import type { Appended } from '@tocsin/domain/store';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { gaugePool, type PoolUse } from './queries/gaugePool.ts';
import type { RunnerObserver } from './runnerObserver.ts';

export interface RunnerMetrics {
  readonly registry: Registry;
  readonly observer: RunnerObserver;
  readonly appended: (append: Appended) => void;
}

const batchSizes = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_000, 4_000];
const times = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** The figures of a process that runs the projections. */
export function openRunnerMetrics(pool: PoolUse): RunnerMetrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  gaugePool(registry, pool);
  const leading = new Gauge({
    name: 'tocsin_runner_leading',
    help: '1 while this process leads the projections, 0 while it stands by.',
    registers,
  });
  const batchEvents = new Histogram({
    name: 'tocsin_projection_batch_events',
    help: 'Events in a transaction of the projections.',
    buckets: batchSizes,
    registers,
  });
  const batchSeconds = new Histogram({
    name: 'tocsin_projection_batch_seconds',
    help: 'Time from a batch of events to its rows in the database.',
    buckets: times,
    registers,
  });
  const writeSeconds = new Histogram({
    name: 'tocsin_projection_write_seconds',
    help: 'The part of it that PostgreSQL takes.',
    buckets: times,
    registers,
  });
  const ordered = new Counter({
    name: 'tocsin_policy_commands_total',
    help: 'Commands of the process managers that were answered, by process manager and outcome.',
    labelNames: ['policy', 'outcome'],
    registers,
  });
  const fired = new Counter({
    name: 'tocsin_timers_fired_total',
    help: 'Timers whose command was answered, by process manager.',
    labelNames: ['policy'],
    registers,
  });
  const appendSeconds = new Histogram({
    name: 'tocsin_append_seconds',
    help: 'Time of an append to the event store that was taken.',
    buckets: times,
    registers,
  });
  const seconds = (begun: number, ended: number): number => (ended - begun) / 1000;
  return {
    registry,
    observer: {
      leading: (leads) => leading.set(leads ? 1 : 0),
      projected: ({ events, begun, writing, ended }) => {
        batchEvents.observe(events.length);
        batchSeconds.observe(seconds(begun, ended));
        writeSeconds.observe(seconds(writing, ended));
      },
      ordered: ({ policy, outcome }) => ordered.inc({ policy, outcome }),
      fired: (policy) => fired.inc({ policy }),
    },
    appended: ({ done, begun, ended }) => {
      if (done) appendSeconds.observe(seconds(begun, ended));
    },
  };
}
