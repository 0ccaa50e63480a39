import { boardsMadeBy } from '@tocsin/projections/queries';
import type { Pool } from 'pg';
import type { Feed } from './feed.ts';

const lookMs = 1_000;

/**
 * Looks once a second whether the boards were swapped for those that another version of the
 * projections made: their rows may be others, though no change says so, and everybody is sent all of
 * them. Boards that were made again by the same version are the same.
 */
export async function watchSwaps(
  pool: Pool,
  feed: Pick<Feed, 'reset'>,
  onFailure: (error: unknown) => void,
): Promise<{ close(): void }> {
  let version = await boardsMadeBy(pool);
  const look = async (): Promise<void> => {
    const now = await boardsMadeBy(pool);
    if (now === version) return;
    version = now;
    feed.reset();
  };
  const timer = setInterval(() => void look().catch(onFailure), lookMs);
  return { close: () => clearInterval(timer) };
}
