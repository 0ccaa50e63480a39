import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startGateway } from '@tocsin/gateway';
import { migrate } from '@tocsin/projections';
import { openReachablePool } from '../openReachablePool.ts';
import { openKeptStore } from '../openReachableStore.ts';
import { isDemo } from '../profile/startProfile.ts';
import { secret } from '../secret.ts';
import { openTracing } from '../tracing/openTracing.ts';
import { addressError } from './checkAddress.ts';
import { databaseError } from './databaseError.ts';
import { readMetricsSettings } from './metricsSettings.ts';
import { assemble, type StartPart } from './part.ts';

/** The console as Vite built it. */
const consoleDir = fileURLToPath(new URL('../../../console/dist', import.meta.url));

/** Nobody waits longer for an answer than this; only the queries over a year set more themselves. */
const queryTimeoutMs = 30_000;

export const startGatewayPart: StartPart = (settings, logger) =>
  assemble(async (closers) => {
    const { token: metricsToken } = readMetricsSettings();
    const { host, port, mapUrl, databaseUrl } = settings;
    const tracing = await openTracing('gateway');
    if (tracing) closers.push(() => tracing.close());
    const store = await openKeptStore(settings.eventStoreUrl, settings.dataDir, {
      cachedStreams: 2_000,
    });
    closers.push(() => store.close());
    const lost = (err: Error): void => logger.warn({ err }, 'a database connection was lost');
    await makeTables(databaseUrl, lost);
    const pool = await openReachablePool(databaseUrl, lost, { queryTimeoutMs });
    closers.push(() => pool.end());
    const gateway = await startGateway({
      store,
      pool,
      host,
      port,
      sessionKey: sessionKey(settings.dataDir),
      ...(metricsToken && { metricsToken }),
      ...(tracing && { tell: tracing.tell }),
      ...(existsSync(consoleDir) && { consoleDir }),
      mapUrl,
      demo: await isDemo(store, settings.city),
      logger,
    }).catch((error: unknown) => {
      throw addressError(error, host, port);
    });
    closers.push(() => gateway.close());
    return gateway.url;
  });

/** Parts start in any order: the first one of all makes the tables, which may take its time. */
async function makeTables(databaseUrl: string, lost: (error: Error) => void): Promise<void> {
  const pool = await openReachablePool(databaseUrl, lost);
  await migrate(pool)
    .catch((error: unknown) => {
      throw databaseError(error, databaseUrl);
    })
    .finally(() => pool.end());
}

function sessionKey(dataDir: string): Uint8Array {
  const given = process.env.TOCSIN_SESSION_KEY;
  return given ? new TextEncoder().encode(given) : secret(join(dataDir, 'session.key'));
}
