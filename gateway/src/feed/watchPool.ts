import { openPool } from '@tocsin/projections';
import type { PoolUse } from '@tocsin/projections/queries';
import type { Pool } from 'pg';

/** How long a reading of what is new may take before its connection counts as lost; milliseconds. */
const patienceMs = 5_000;
const connections = 6;

/**
 * Connections of its own for what keeps the boards live: nobody's long question takes them, and one
 * that was cut without a word (a machine or a network that is gone) is given up and replaced, which
 * the system itself would take hours to do.
 */
export function openWatchPool(pool: Pool, onFailure: (error: unknown) => void): Pool {
  const watching = openPool({
    ...pool.options,
    max: connections,
    query_timeout: patienceMs,
    allowExitOnIdle: true,
  });
  watching.on('error', onFailure);
  return watching;
}

/** What several pools use together. */
export const usedBy = (...pools: readonly PoolUse[]): PoolUse => {
  const sum = (count: (pool: PoolUse) => number): number =>
    pools.reduce((total, pool) => total + count(pool), 0);
  return {
    get totalCount() {
      return sum((pool) => pool.totalCount);
    },
    get idleCount() {
      return sum((pool) => pool.idleCount);
    },
    get waitingCount() {
      return sum((pool) => pool.waitingCount);
    },
  };
};
