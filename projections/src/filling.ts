import type { TextRows } from './textRows.ts';

/** A column's name and SQL type. */
export type Column = readonly [name: string, type: string];

/** How the rows of a batch get into a table. */
export interface Filling<Source> {
  readonly table: string;
  /** How many parameters it takes, a column each. */
  readonly width: number;
  /** The insert, from the parameters `first` on, or nothing where `moved` is empty. */
  readonly insert: (first: number) => string;
  readonly rows: (source: Source) => TextRows;
}

interface Upsert {
  readonly key: string;
  readonly update: readonly string[];
  readonly first?: readonly string[];
  readonly least?: readonly string[];
}

function onConflict(table: string, { key, update, first = [], least = [] }: Upsert): string {
  const sets = [
    ...update.map((name) => `"${name}" = excluded."${name}"`),
    ...first.map((name) => `"${name}" = coalesce(${table}."${name}", excluded."${name}")`),
    ...least.map((name) => `"${name}" = least(${table}."${name}", excluded."${name}")`),
  ];
  return `on conflict (${key}) do update set ${sets.join(', ')}`;
}

/**
 * Each column goes over as one text parameter, a line a row, that `string_to_table` splits again:
 * several times cheaper on both sides than an array.
 *
 * @param upsert the conflicting columns, and those that then take the new value, keep what they have
 * unless it is null, or take the lesser of both
 */
export function filling<Source>(
  table: string,
  columns: readonly Column[],
  rows: (source: Source) => TextRows,
  upsert?: Upsert,
): Filling<Source> {
  const names = columns.map(([name]) => `"${name}"`).join(', ');
  const casts = columns.map(([name, type]) => `given."${name}"::${type}`).join(', ');
  const conflict = upsert ? onConflict(table, upsert) : '';
  return {
    table,
    width: columns.length,
    insert: (first) => {
      const lists = columns.map((_, at) => `string_to_table($${first + at}::text, E'\\n', '')`);
      return `insert into ${table} (${names}) select ${casts}
        from moved, rows from (${lists.join(', ')}) as given (${names}) ${conflict}`;
    },
    rows,
  };
}
