import { type Logger, pino } from 'pino';
import { UserError } from '../userError.ts';
import { type Closers, closeAll } from './closeAll.ts';
import type { Settings } from './settings.ts';

/** The gateway or the projections, at work. */
export interface Part {
  /** Where it is served, if it is. */
  readonly url?: string;
  close(): Promise<void>;
}

/** Everything a part needs to know; sent to it when it is a child of the all-in-one start. */
export interface PartSettings
  extends Pick<Settings, 'host' | 'port' | 'keepChangesDays' | 'mapUrl'> {
  readonly dataDir: string;
  readonly eventStoreUrl: string;
  readonly databaseUrl: string;
  /** The city whose profile the start adopted; the gateway offers its accounts when it is made up. */
  readonly city?: string;
}

export type StartPart = (settings: PartSettings, logger: Logger) => Promise<Part>;

/**
 * Puts a part together, piece by piece; where one can't be had, those before it are closed, so that
 * a part that did not start holds nothing and its process ends.
 *
 * @param begin pushes how each piece is closed; gives where the part is served, if it is
 */
export async function assemble(
  begin: (closers: Closers) => Promise<string | undefined>,
): Promise<Part> {
  const closers: Closers = [];
  try {
    const url = await begin(closers);
    return { ...(url !== undefined && { url }), close: () => closeAll(closers) };
  } catch (error) {
    await closeAll(closers);
    throw error;
  }
}

/** From a part to the start that forked it. */
export type PartMessage =
  | { readonly kind: 'ready'; readonly url?: string }
  | { readonly kind: 'failed'; readonly message: string; readonly forUser: boolean };

/** How long a part may take to stop before it just ends. */
const stopPatienceMs = 10_000;

/** Ends the process when what is being closed does not come to its end: a server that is silent, say. */
export const endAnyway = (logger: Logger): void =>
  void setTimeout(() => {
    logger.error('did not stop in time');
    process.exit(1);
  }, stopPatienceMs).unref();

export const partLogger = (name: string): Logger =>
  pino({ name, level: process.env.LOG_LEVEL || 'info', base: { name } }, pino.destination(1));

/**
 * Runs a part as a child of the all-in-one start: it begins when it is told its settings and ends
 * when the start disconnects or is gone. The terminal's signals are the start's to handle.
 */
export function runAsChild(name: string, start: StartPart): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
  const logger = partLogger(name);
  const tell = (message: PartMessage): void => {
    if (process.connected) process.send?.(message, undefined, undefined, () => {});
  };
  let part: Promise<Part> | undefined;
  process.once('message', (settings: PartSettings) => {
    part = start(settings, logger);
    part.then(
      ({ url }) => tell({ kind: 'ready', ...(url !== undefined && { url }) }),
      (error: unknown) => {
        logger.fatal({ err: error }, 'did not start');
        const message = error instanceof Error ? error.message : String(error);
        tell({ kind: 'failed', message, forUser: error instanceof UserError });
        process.exitCode = 1;
      },
    );
  });
  process.once('disconnect', () => {
    endAnyway(logger);
    void stopped(part, logger).then((code) => process.exit(code));
  });
}

async function stopped(part: Promise<Part> | undefined, logger: Logger): Promise<number> {
  try {
    await (await part)?.close();
    return 0;
  } catch (error) {
    logger.error({ err: error }, 'did not stop in good order');
    return 1;
  }
}
