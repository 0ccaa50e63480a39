import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const minutes = 60;

export interface Attempts {
  /** Counts one attempt. The seconds to wait when there were too many, else undefined. */
  count(account: string, address: string): Promise<number | undefined>;
  /** The attempt was good: it doesn't count, and the account's failures from here are forgotten. */
  forgive(account: string, address: string): Promise<void>;
}

const secondsToWait = ({ msBeforeNext }: RateLimiterRes): number =>
  Math.max(1, Math.ceil(msBeforeNext / 1000));

/** Limits sign-in attempts: 10 an account and address, 100 an address, each in 5 minutes. */
export function limitAttempts(): Attempts {
  const byPair = new RateLimiterMemory({ keyPrefix: 'pair', points: 10, duration: 5 * minutes });
  const byAddress = new RateLimiterMemory({
    keyPrefix: 'address',
    points: 100,
    duration: 5 * minutes,
  });
  const pair = (account: string, address: string) => `${address} ${account}`;
  return {
    async count(account, address) {
      try {
        await byAddress.consume(address);
        await byPair.consume(pair(account, address));
        return undefined;
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return secondsToWait(refused);
        throw refused;
      }
    },
    async forgive(account, address) {
      await byPair.delete(pair(account, address));
      await byAddress.reward(address);
    },
  };
}
