import { Gauge, type Registry } from 'prom-client';

/** What a pool says of its connections to PostgreSQL. */
export interface PoolUse {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

/** A process's connections to PostgreSQL, as figures. */
export function gaugePool(registry: Registry, pool: PoolUse): void {
  new Gauge({
    name: 'tocsin_postgres_connections',
    help: 'Connections to PostgreSQL: `busy` and `idle` ones, and how many queries wait for one (`awaited`).',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'awaited' }, pool.waitingCount);
    },
  });
}
