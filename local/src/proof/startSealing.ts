import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { KeyStore } from '@tocsin/domain';
import { type RawLog, StoreError } from '@tocsin/domain/store';
import type { Logger } from 'pino';
import { UserError } from '../userError.ts';
import { HeadCache } from './headCache.ts';
import { keepLastSeal, keptLastSeal } from './lastSeal.ts';
import { NotSealable, Sealer } from './sealer.ts';
import { sealKeyPath, sealKeys } from './sealKeys.ts';
import { words } from './words/words.ts';

export interface SealingParts {
  readonly log: RawLog;
  readonly dataDir: string;
  readonly logger: Logger;
  /** The keys to personal data: what is encrypted is checked as well. */
  readonly openedWith?: Pick<KeyStore, 'find'>;
  /** Default: TOCSIN_SEAL_SECONDS, else 60; 0 seals nothing. */
  readonly seconds?: number;
}

export interface Sealing {
  stop(): Promise<void>;
}

const defaultSeconds = 60;

export const headCachePath = (dataDir: string): string => join(dataDir, 'heads.mdb');

/** How often the log is sealed. Throws a `UserError` for what is no number of seconds. */
export function sealSeconds(given = process.env.TOCSIN_SEAL_SECONDS): number {
  if (!given) return defaultSeconds;
  const seconds = Number(given);
  if (Number.isFinite(seconds) && seconds >= 0 && seconds <= 86_400) return seconds;
  throw new UserError(words.secondsInvalid(given));
}

/**
 * Seals the log at intervals, the first time after one interval. What the log does not verify with
 * is logged as an error at each interval, and nothing is sealed until it is put right.
 */
export function startSealing({
  log,
  dataDir,
  logger,
  openedWith,
  ...given
}: SealingParts): Sealing {
  const seconds = given.seconds ?? sealSeconds();
  if (seconds === 0) return { stop: async () => {} };
  mkdirSync(dataDir, { recursive: true });
  const keyPath = sealKeyPath(dataDir);
  const lastSeal = keptLastSeal(keyPath);
  const cache = new HeadCache(headCachePath(dataDir));
  const sealer = new Sealer({
    log,
    keys: sealKeys(keyPath),
    cache,
    ...(openedWith && { openedWith }),
    ...(lastSeal && { lastSeal }),
    onSeal: (seal) => keepLastSeal(keyPath, seal),
  });
  const stopping = new AbortController();
  const { signal } = stopping;
  const pause = (ms: number): Promise<void> =>
    sleep(ms, undefined, { signal }).then(
      () => {},
      () => {},
    );
  const sealWhatThereIs = async (): Promise<void> => {
    while (!signal.aborted) {
      const begun = performance.now();
      const covered = await sealer.sealNext();
      if (covered === undefined) return;
      logger.debug({ covered }, 'sealed');
      // A long backlog must not take the boards' time.
      await pause(performance.now() - begun);
    }
  };
  const run = async (): Promise<void> => {
    for (await pause(seconds * 1_000); !signal.aborted; await pause(seconds * 1_000))
      await sealWhatThereIs().catch((err: unknown) => {
        if (err instanceof NotSealable) logger.error({ err }, 'the log is not sealed');
        else if (!signal.aborted)
          logger.warn({ err }, err instanceof StoreError ? err.code : 'sealing failed');
      });
  };
  const running = run();
  return {
    stop: async () => {
      stopping.abort();
      await running;
      await cache.close();
    },
  };
}
