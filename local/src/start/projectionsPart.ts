import { openRawLog, traceStore } from '@tocsin/domain/store';
import { migrate, openRunnerMetrics, startRunner, traceRunner } from '@tocsin/projections';
import { openKeys } from '../keys/openKeys.ts';
import { openReachablePool } from '../openReachablePool.ts';
import { openKeptStore } from '../openReachableStore.ts';
import { startSealing } from '../proof/startSealing.ts';
import { openTracing } from '../tracing/openTracing.ts';
import { addressError } from './checkAddress.ts';
import { databaseError } from './databaseError.ts';
import { readMetricsSettings } from './metricsSettings.ts';
import { assemble, type StartPart } from './part.ts';
import { serveRunnerMetrics } from './serveRunnerMetrics.ts';

export const startProjectionsPart: StartPart = (settings, logger) =>
  assemble(async (closers) => {
    const figures = readMetricsSettings();
    const { keepChangesDays, host, databaseUrl, eventStoreUrl, dataDir } = settings;
    const tracing = await openTracing('projections');
    if (tracing) closers.push(() => tracing.close());
    const store = await openKeptStore(eventStoreUrl, dataDir, {
      readFirst: true,
      cachedStreams: 500,
    });
    closers.push(() => store.close());
    const pool = await openReachablePool(databaseUrl, (err) =>
      logger.warn({ err }, 'a database connection was lost'),
    );
    closers.push(() => pool.end());
    const metrics = openRunnerMetrics(pool);
    store.observe({ appended: metrics.appended });
    if (tracing) store.observe(traceStore(tracing.tell));
    const observers = [metrics.observer, ...(tracing ? [traceRunner(tracing.tell)] : [])];
    const served = await serveRunnerMetrics(metrics, host, figures).catch((error: unknown) => {
      throw addressError(error, host, figures.port ?? 0, 'TOCSIN_METRICS_PORT');
    });
    closers.push(() => served.close());
    const watched = { observers, traced: tracing !== undefined };
    const kept = keepChangesDays === undefined ? {} : { keepChangesDays };
    const runner = await migrate(pool)
      .then(() => startRunner({ store, pool, logger, ...watched, ...kept }))
      .catch((error: unknown) => {
        throw databaseError(error, databaseUrl);
      });
    closers.push(() => runner.stop());
    const log = openRawLog(eventStoreUrl);
    closers.push(() => log.close());
    const openedWith = await openKeys(dataDir);
    closers.push(() => openedWith.close());
    const sealing = startSealing({ log, dataDir, logger, openedWith });
    closers.push(() => sealing.stop());
    return undefined;
  });
