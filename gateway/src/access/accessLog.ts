import { randomUUID } from 'node:crypto';
import {
  type AccessCommand,
  type AccessEntry,
  AccessTally,
  type Actor,
  accessKey,
  accessLogId,
  type TallyBounds,
} from '@tocsin/domain';
import type { Store } from '@tocsin/domain/store';
import type { Logger } from 'pino';
import { refuse } from '../operation/refusal.ts';

/** How often it is looked for counts that are due, in milliseconds. */
const usualLookMs = 15_000;

export interface AccessLogOptions {
  readonly store: Pick<Store, 'access'>;
  readonly logger: Logger;
  /** What this process calls its streams; default: drawn. */
  readonly recorder?: string;
  readonly bounds?: TallyBounds;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

/** Who looked at what, and what was refused to whom: events like all else. */
export interface AccessLog {
  /**
   * Resolves when it is on disk, or counted with what is. Throws the refusal `tooManyReads`, or the
   * store's error: then nothing may be given out.
   */
  given(by: Actor, entry: AccessEntry): Promise<void>;
  /** The same for what is refused anyway; never throws. */
  refused(by: Actor, entry: AccessEntry): Promise<void>;
  /** Records the counts that are open. */
  close(): Promise<void>;
}

/** Opens the log that this process writes: a stream of its own for each day. */
export function openAccessLog(options: AccessLogOptions): AccessLog {
  const { store, logger, bounds, now = Date.now } = options;
  const recorder = options.recorder ?? `gateway-${randomUUID().slice(0, 8)}`;
  const tally = new AccessTally(bounds);
  /** Those that others wait for who do the same. */
  const writing = new Map<string, Promise<void>>();

  async function append(by: Actor, command: AccessCommand): Promise<void> {
    const id = accessLogId(new Date(now()).toISOString(), recorder);
    const outcome = await store.access(id, command, { commandId: randomUUID(), actor: by });
    if (outcome.kind !== 'accepted')
      throw new Error('an entry of the access log was not taken', { cause: outcome });
  }

  async function record(by: Actor, entry: AccessEntry): Promise<void> {
    try {
      await append(by, { type: 'RecordAccess', data: entry });
    } catch (error) {
      tally.forget(by, entry);
      throw error;
    }
  }

  async function admit(by: Actor, entry: AccessEntry): Promise<void> {
    const key = accessKey(by, entry);
    const first = writing.get(key);
    // Not awaited where there is none: two at once must not both be the first.
    if (first) await first;
    const admission = tally.admit(by, entry, now());
    if (admission === 'tooMany') {
      const { windowMs } = tally.bounds;
      refuse('tooManyReads', { seconds: Math.ceil(windowMs / 1000) });
    }
    if (admission !== 'record') return;
    const recorded = record(by, entry).finally(() => writing.delete(key));
    writing.set(key, recorded);
    await recorded;
  }

  async function recordDue(until?: number): Promise<void> {
    const iso = (ms: number): string => new Date(ms).toISOString();
    const appended = tally.due(until).map(({ by, entry: { kind: of, ...facts }, count, ...span }) =>
      append(by, {
        type: 'RecordRepeats',
        data: { ...facts, of, count, from: iso(span.from), until: iso(span.until) },
      }),
    );
    for (const { reason } of (await Promise.allSettled(appended)).filter(isFailed))
      logger.error({ err: reason }, 'a count of the access log was lost');
  }

  const looking = setInterval(() => void recordDue(now()), usualLookMs);
  looking.unref();

  return {
    given: admit,
    async refused(by, entry) {
      await admit(by, entry).catch((error: unknown) => {
        logger.error({ err: error, what: entry.what }, 'a refused attempt was not recorded');
      });
    },
    async close() {
      clearInterval(looking);
      await recordDue();
    },
  };
}

const isFailed = (result: PromiseSettledResult<void>): result is PromiseRejectedResult =>
  result.status === 'rejected';
