/** One kind of thing that a profile defines, as a table. */
export interface Section {
  readonly key: SectionKey;
  readonly columns: readonly ColumnKey[];
  readonly rows: readonly SectionRow[];
}

export interface SectionRow {
  readonly id: string;
  /** After the id, one for each column. */
  readonly cells: readonly string[];
  /** What opens below the row. */
  readonly more?: readonly string[];
}

export const sectionKeys = [
  'people',
  'departments',
  'districts',
  'subdistricts',
  'cells',
  'streets',
  'types',
  'capabilities',
  'responsibilities',
  'plans',
  'deadlines',
  'targets',
  'rules',
  'items',
  'depots',
  'shifts',
  'jurisdictions',
] as const;
export type SectionKey = (typeof sectionKeys)[number];

export type ColumnKey =
  | 'name'
  | 'phone'
  | 'kind'
  | 'district'
  | 'subdistrict'
  | 'class'
  | 'grade'
  | 'priority'
  | 'departments'
  | 'department'
  | 'types'
  | 'area'
  | 'reason'
  | 'version'
  | 'acknowledge'
  | 'finish'
  | 'target'
  | 'source'
  | 'hours'
  | 'people'
  | 'roles'
  | 'value'
  | 'unit'
  | 'category'
  | 'use'
  | 'address';

/** The rows in which every word typed stands somewhere. */
export function matchingRows(rows: readonly SectionRow[], typed: string): readonly SectionRow[] {
  const words = typed.toLowerCase().trim().split(/\s+/);
  return rows.filter(({ id, cells, more = [] }) => {
    const text = [id, ...cells, ...more].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
