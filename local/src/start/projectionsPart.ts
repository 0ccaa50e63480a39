import { openRawLog, traceStore } from '@tocsin/domain/store';
import { migrate, openRunnerMetrics, startRunner, traceRunner } from '@tocsin/projections';
import { openReachablePool } from '../openReachablePool.ts';
import { openReachableStore } from '../openReachableStore.ts';
import { startSealing } from '../proof/startSealing.ts';
import { openTracing } from '../tracing/openTracing.ts';
import { errorCode, UserError } from '../userError.ts';
import { withoutPassword } from '../withoutPassword.ts';
import { words } from '../words/words.ts';
import { addressError } from './checkAddress.ts';
import { readMetricsSettings } from './metricsSettings.ts';
import type { StartPart } from './part.ts';
import { serveRunnerMetrics } from './serveRunnerMetrics.ts';

export const startProjectionsPart: StartPart = async (settings, logger) => {
  const figures = readMetricsSettings();
  const store = await openReachableStore(settings.eventStoreUrl, {
    readFirst: true,
    cachedStreams: 500,
  });
  const pool = await openReachablePool(settings.databaseUrl, (err) =>
    logger.warn({ err }, 'a database connection was lost'),
  );
  const { keepChangesDays } = settings;
  const kept = keepChangesDays === undefined ? {} : { keepChangesDays };
  const metrics = openRunnerMetrics(pool);
  store.observe({ appended: metrics.appended });
  const tracing = await openTracing('projections');
  if (tracing) store.observe(traceStore(tracing.tell));
  const observers = [metrics.observer, ...(tracing ? [traceRunner(tracing.tell)] : [])];
  const watched = { observers, traced: tracing !== undefined };
  const served = await serveRunnerMetrics(metrics, settings.host, figures).catch(
    (error: unknown) => {
      throw addressError(error, settings.host, figures.port ?? 0, 'TOCSIN_METRICS_PORT');
    },
  );
  const runner = await migrate(pool)
    .then(() => startRunner({ store, pool, logger, ...watched, ...kept }))
    .catch((error: unknown) => {
      throw databaseError(error, settings.databaseUrl);
    });
  const log = openRawLog(settings.eventStoreUrl);
  const sealing = startSealing({ log, dataDir: settings.dataDir, logger });
  const close = async (): Promise<void> => {
    await sealing.stop();
    await log.close();
    await runner.stop();
    await served.close();
    await pool.end();
    await store.close();
    await tracing?.close();
  };
  return { close };
};

export function databaseError(error: unknown, url: string): unknown {
  const shown = withoutPassword(url);
  switch (errorCode(error)) {
    case 'SCHEMA_NEWER':
      return new UserError(words.databaseNewer(shown), { cause: error });
    case 'CHECKPOINT_BEYOND_LOG':
      return new UserError(words.databaseOfAnotherLog(shown), { cause: error });
    default:
      return error;
  }
}
