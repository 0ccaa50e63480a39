import type { ClientBase } from 'pg';

/**
 * How many log positions a partition of the change log holds. Positions are bytes of the log, in
 * EventStoreDB as in the embedded node: 512 MiB are about ten days of a city with 2,000 incidents a
 * day, so that 400 days are some forty partitions. A database that has partitions keeps to their width.
 */
export const partitionWidth = 2n ** 29n;
/** Two runners that need the same partition make it one after the other. */
const PARTITION_LOCK = 7_219_840_003n;

export interface Partition {
  /** Its name with its schema, quoted. */
  readonly name: string;
  /** The first position in it, and the first one behind it. */
  readonly from: bigint;
  readonly to: bigint;
}

/** The change log's partitions, oldest first. */
export async function listPartitions(client: ClientBase): Promise<readonly Partition[]> {
  const found = await client.query<{ name: string; from: string; to: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name, b.bounds[1] as from, b.bounds[2] as to
     from pg_inherits i join pg_class c on c.oid = i.inhrelid
       join pg_namespace n on n.oid = c.relnamespace
       cross join lateral (select regexp_match(pg_get_expr(c.relpartbound, c.oid),
         $$FROM \\('(\\d+)'\\) TO \\('(\\d+)'\\)$$) as bounds) b
     where i.inhparent = 'change'::regclass order by (b.bounds[1])::bigint`,
  );
  return found.rows.map(({ name, from, to }) => ({ name, from: BigInt(from), to: BigInt(to) }));
}

/** Makes the partitions ahead of what is written into them; all as wide as those already there. */
export class ChangePartitions {
  readonly #client: ClientBase;
  #width: bigint;
  /** The first positions of those that are there; undefined before the first look. */
  #there: Set<bigint> | undefined;

  constructor(client: ClientBase, width: bigint = partitionWidth) {
    this.#client = client;
    this.#width = width;
  }

  /** Sees to it that changes from position `first` to `last` have a place, and those soon after. */
  async reach(first: bigint, last: bigint): Promise<void> {
    this.#there ??= await this.#look();
    const there = this.#there;
    const width = this.#width;
    const missing: bigint[] = [];
    const end = last - (last % width) + width;
    for (let from = first - (first % width); from <= end; from += width)
      if (!there.has(from)) missing.push(from);
    if (missing.length === 0) return;
    await this.#make(missing);
    for (const from of missing) there.add(from);
  }

  async #look(): Promise<Set<bigint>> {
    const partitions = await listPartitions(this.#client);
    const [one] = partitions;
    if (one) this.#width = one.to - one.from;
    return new Set(partitions.map(({ from }) => from));
  }

  async #make(missing: readonly bigint[]): Promise<void> {
    const client = this.#client;
    await client.query('begin');
    try {
      await client.query('select pg_advisory_xact_lock($1)', [PARTITION_LOCK]);
      const there = await this.#look();
      const schema = await schemaOfChanges(client);
      for (const from of missing)
        if (!there.has(from)) await make(client, schema, from, this.#width);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw error;
    }
  }
}

async function schemaOfChanges(client: ClientBase): Promise<string> {
  const found = await client.query<{ name: string }>(
    `select quote_ident(n.nspname) as name from pg_class c join pg_namespace n
       on n.oid = c.relnamespace where c.oid = 'change'::regclass`,
  );
  return found.rows[0]?.name ?? 'public';
}

/** Attached when it is ready: unlike making it in place, that lets readers go on. */
async function make(client: ClientBase, schema: string, from: bigint, width: bigint) {
  const name = `${schema}.change_${from}`;
  await client.query(`create table ${name} (like change including storage)`);
  // Rows up to a page stay inline.
  await client.query(`alter table ${name} set (toast_tuple_target = 8160)`);
  await client.query(
    `alter table change attach partition ${name} for values from (${from}) to (${from + width})`,
  );
}
