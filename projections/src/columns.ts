export type ColumnValue = string | number | bigint | null | undefined;

/** A column of a table: its name, its SQL type and its value of one item. */
export type Column<Item> = readonly [name: string, type: string, of: (item: Item) => ColumnValue];

/** How the items of a batch get into a table. */
export interface Filling<Source> {
  /** How many parameters it takes. */
  readonly width: number;
  /** The insert, from the parameters `first` on, or nothing where `moved` is empty. */
  readonly insert: (first: number) => string;
  readonly values: (source: Source) => readonly Buffer[];
}

/**
 * Each column goes over as one text parameter, a line a row, that `string_to_table` splits again:
 * several times cheaper on both sides than an array. An empty line stands for null.
 *
 * @param upsert the conflicting columns and those that then take the new value
 */
export function filling<Source, Item>(
  table: string,
  items: (source: Source) => readonly Item[],
  columns: readonly Column<Item>[],
  upsert?: { readonly key: string; readonly update: readonly string[] },
): Filling<Source> {
  const names = columns.map(([name]) => `"${name}"`).join(', ');
  const casts = columns.map(([name, type]) => `given."${name}"::${type}`).join(', ');
  const sets = upsert?.update.map((name) => `"${name}" = excluded."${name}"`).join(', ');
  const conflict = upsert ? `on conflict (${upsert.key}) do update set ${sets}` : '';
  return {
    width: columns.length,
    insert: (first) => {
      const lists = columns.map((_, at) => `string_to_table($${first + at}::text, E'\\n', '')`);
      return `insert into ${table} (${names}) select ${casts}
        from moved, rows from (${lists.join(', ')}) as given (${names}) ${conflict}`;
    },
    values: (source) => {
      const all = items(source);
      return columns.map(([, , of]) => lines(all.map(of)));
    },
  };
}

/** As bytes: the client then copies them instead of measuring and converting text. */
function lines(values: readonly ColumnValue[]): Buffer {
  const text = values.join('\n');
  if (values.length > 0 && countLines(text) !== values.length) {
    throw new Error('A key to be written has a line break.');
  }
  return Buffer.from(text);
}

function countLines(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
