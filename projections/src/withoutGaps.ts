/**
 * The row as it is read back from the database: without the keys that have no value. A value that
 * comes again then stands in the same place, whether the row was kept in memory meanwhile or not.
 */
export function withoutGaps<Row>(row: Row): Row {
  if (!Object.values(row ?? {}).includes(undefined)) return row;
  const kept = { ...row };
  for (const key in kept) if (kept[key] === undefined) delete kept[key];
  return kept;
}
