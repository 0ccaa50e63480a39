import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from '../userError.ts';

/** The store did not come back in time. */
export class StoreGone extends Error {
  override readonly name = 'StoreGone';
}

export interface PersistOptions {
  /** How long an outage may last, in ms. */
  readonly patience: number;
  /** Told once an outage. */
  readonly onOutage: (code: string) => void;
  readonly onRecovery: () => void;
}

const passing = new Set(['STORE_UNREACHABLE', 'STORE_CONTENDED']);
const longestPause = 2_000;

/**
 * Repeats work that fails because the store doesn't answer, until it does or patience is at an end
 * (then throws `StoreGone`). Commands carry their own ids, so repeating them is harmless. One outage
 * is one outage, however many calls it meets.
 */
export function persistence({ patience, onOutage, onRecovery }: PersistOptions) {
  let since: number | undefined;
  return async function persist<T>(work: () => Promise<T>): Promise<T> {
    for (let pause = 100; ; pause = Math.min(pause * 2, longestPause)) {
      try {
        const result = await work();
        if (since !== undefined) {
          since = undefined;
          onRecovery();
        }
        return result;
      } catch (error) {
        const code = errorCode(error);
        if (code === undefined || !passing.has(code)) throw error;
        if (since === undefined) {
          since = Date.now();
          onOutage(code);
        }
        if (Date.now() - since > patience) throw new StoreGone(code, { cause: error });
        await sleep(pause);
      }
    }
  };
}
