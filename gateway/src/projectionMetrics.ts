import type { RunnerFigures } from '@tocsin/projections/queries';
import { Gauge, type Registry } from 'prom-client';
import type { ServerStatus } from './feed/statusTicker.ts';

/** Where the figures about the projections come from; each may fail. */
export interface ProjectionFigures {
  readonly status: () => Promise<ServerStatus>;
  readonly runner: () => Promise<RunnerFigures>;
}

interface Known {
  readonly status: ServerStatus | undefined;
  readonly runner: RunnerFigures | undefined;
}
type Consumer = RunnerFigures['consumers'][number];

/** How many events a stretch of the log holds, if they are as far apart as those before. */
const eventsIn = (positions: number, { position, events }: Consumer): number =>
  position > 0 ? Math.round((positions * events) / position) : positions;

/**
 * How the projections are doing, asked of log and database when somebody asks for the figures. What
 * can't be known then is NaN, or missing.
 */
export function gaugeProjections(registry: Registry, figures: ProjectionFigures): void {
  const registers = [registry];
  let reading: Promise<Known> | undefined;
  /** One reading for all the figures that are asked for together. */
  const read = (): Promise<Known> => {
    reading ??= readBoth(figures).finally(() => {
      reading = undefined;
    });
    return reading;
  };
  const gauge = (name: string, help: string, of: (known: Known) => number | undefined) =>
    new Gauge({
      name: `tocsin_${name}`,
      help,
      registers,
      async collect() {
        this.set(of(await read()) ?? Number.NaN);
      },
    });
  const byConsumer = (name: string, help: string, of: (consumer: Consumer) => number) =>
    new Gauge({
      name: `tocsin_${name}`,
      help,
      labelNames: ['consumer'],
      registers,
      async collect() {
        const { runner } = await read();
        this.reset();
        for (const one of runner?.consumers ?? []) this.set({ consumer: one.name }, of(one));
      },
    });

  gauge(
    'projection_lag_positions',
    'How far the boards are behind the log’s last position.',
    ({ status }) => status && Number(status.lagPositions),
  );
  gauge(
    'projection_lag_events',
    'The same in events, about: by how far apart the events have been on the average.',
    ({ status, runner }) => {
      const boards = runner?.consumers.find(({ name }) => name === 'boards');
      return status && boards && eventsIn(Number(status.lagPositions), boards);
    },
  );
  gauge(
    'projection_lag_seconds',
    'How long the projections have not been live.',
    ({ status }) => status?.lagSeconds,
  );
  gauge(
    'rebuild_progress_ratio',
    'How far the boards have come that are being made again beside those that are shown, of the log, 0 to 1; NaN when none are.',
    ({ status }) => status?.rebuild?.ratio,
  );
  byConsumer(
    'checkpoint_position',
    'The log position up to which everything is handled, of the `boards` and of the process managers (`policies`).',
    ({ position }) => position,
  );
  byConsumer('checkpoint_events', 'Events handled since the last rebuild.', ({ events }) => events);
  byConsumer(
    'projection_running',
    '1 while the last heartbeat is young and says that the consumer is at work, else 0.',
    ({ running }) => (running ? 1 : 0),
  );
  gauge(
    'timers_waiting',
    'Timers that are set, due ones included.',
    ({ runner }) => runner?.timersWaiting,
  );
  gauge(
    'timers_due',
    'Timers that are due and not yet carried out.',
    ({ runner }) => runner?.timersDue,
  );
}

async function readBoth({ status, runner }: ProjectionFigures): Promise<Known> {
  const known = [status(), runner()] as const;
  const [now, figures] = await Promise.allSettled(known);
  return {
    status: now.status === 'fulfilled' ? now.value : undefined,
    runner: figures.status === 'fulfilled' ? figures.value : undefined,
  };
}
