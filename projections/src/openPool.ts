import pg from 'pg';

/** Where read models are: those that are shown, those being made beside them, those just replaced. */
export type BoardsSchema = 'live' | 'next' | 'old';

/** The startup options by which a connection finds the read models; for who opens one by itself. */
export const boardsPath = (schema: BoardsSchema = 'live'): string =>
  `-c search_path=${schema},public`;

/** A pool whose connections see the boards. It is the caller's to end, and to listen to. */
export function openPool(config: pg.PoolConfig, schema: BoardsSchema = 'live'): pg.Pool {
  const pool = new pg.Pool({ ...config, options: boardsPath(schema) });
  // Whoever uses a connection learns from its query that it is lost. It may be told once more after
  // that, when nobody listens, which would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** A pool on the same database whose connections see other read models. */
export const poolBeside = (pool: pg.Pool, schema: BoardsSchema, max: number): pg.Pool =>
  openPool({ ...pool.options, max }, schema);
