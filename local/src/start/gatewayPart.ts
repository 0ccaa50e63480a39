import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startGateway } from '@tocsin/gateway';
import { openReachablePool } from '../openReachablePool.ts';
import { openReachableStore } from '../openReachableStore.ts';
import { isDemo } from '../profile/startProfile.ts';
import { secret } from '../secret.ts';
import { openTracing } from '../tracing/openTracing.ts';
import { addressError } from './checkAddress.ts';
import { readMetricsSettings } from './metricsSettings.ts';
import type { StartPart } from './part.ts';

/** The console as Vite built it. */
const consoleDir = fileURLToPath(new URL('../../../console/dist', import.meta.url));

export const startGatewayPart: StartPart = async (settings, logger) => {
  const { token: metricsToken } = readMetricsSettings();
  const tracing = await openTracing('gateway');
  const { host, port, mapUrl } = settings;
  const store = await openReachableStore(settings.eventStoreUrl, { cachedStreams: 2_000 });
  const pool = await openReachablePool(settings.databaseUrl, (err) =>
    logger.warn({ err }, 'a database connection was lost'),
  );
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
  const close = async (): Promise<void> => {
    await gateway.close();
    await pool.end();
    await store.close();
    await tracing?.close();
  };
  return { url: gateway.url, close };
};

function sessionKey(dataDir: string): Uint8Array {
  const given = process.env.TOCSIN_SESSION_KEY;
  return given ? new TextEncoder().encode(given) : secret(join(dataDir, 'session.key'));
}
