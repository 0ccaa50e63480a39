import { createReadStream } from 'node:fs';
import { CsvError, type Info, parse } from 'csv-parse';
import {
  type BadRow,
  isBadRow,
  readSfFireRow,
  type SfFireRow,
  sfFireColumns,
} from './sfFireRow.ts';

export interface SfFireFile {
  readonly rows: readonly SfFireRow[];
  readonly bad: readonly BadRow[];
}

/** The file can't be read at all, or is another kind of file. */
export class FileFault extends Error {
  readonly code: 'missing' | 'unreadable' | 'notThisKind' | 'noRows';
  /** The columns that are missing. */
  readonly columns: readonly string[];
  constructor(code: FileFault['code'], columns: readonly string[] = [], cause?: unknown) {
    super(code, { cause });
    this.code = code;
    this.columns = columns;
  }
}

function columnIndex(header: readonly string[]): Map<string, number> {
  const index = new Map(header.map((name, at) => [name.trim(), at]));
  const missing = sfFireColumns.filter((name) => !index.has(name));
  if (missing.length > 0) throw new FileFault('notThisKind', missing);
  return index;
}

interface ParsedRecord {
  readonly info: Info;
  readonly record: readonly string[];
}

/** Reads rows one after the other; a row id that comes again is a bad row. */
function rowReader(now: number) {
  const rows: SfFireRow[] = [];
  const bad: BadRow[] = [];
  const firstLines = new Map<string, number>();
  let index: Map<string, number> | undefined;
  let width = 0;
  const take = (line: number, record: readonly string[]): void => {
    if (!index) {
      index = columnIndex(record);
      width = record.length;
      return;
    }
    const at = index;
    const fields = (column: string) => (record[at.get(column) ?? -1] ?? '').trim();
    if (record.length !== width) {
      bad.push({ line, rowId: fields('RowID'), reason: { code: 'unreadable' } });
      return;
    }
    const row = readSfFireRow(line, fields, now);
    if (isBadRow(row)) {
      bad.push(row);
      return;
    }
    const firstLine = firstLines.get(row.rowId);
    if (firstLine !== undefined) {
      const { rowId } = row;
      bad.push({ line, rowId, reason: { code: 'duplicate', rowId, firstLine } });
      return;
    }
    firstLines.set(row.rowId, line);
    rows.push(row);
  };
  return { take, result: { rows, bad }, headed: () => index !== undefined };
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}

/** The file ends in the middle of a quoted field. */
const isCutOff = (error: unknown): boolean =>
  error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED';

/**
 * Reads the whole file (about 1 kB of memory a row). Lines count from 1, the header; a record's
 * line is the one it ends on. `now` in ms since 1970. Throws a `FileFault`.
 */
export async function readSfFireFile(path: string, now: number): Promise<SfFireFile> {
  const reader = rowReader(now);
  const parser = parse({
    bom: true,
    info: true,
    relaxColumnCount: true,
    relaxQuotes: true,
    skipEmptyLines: true,
    maxRecordSize: 100_000,
  });
  const source = createReadStream(path);
  source.on('error', (error) => parser.destroy(error));
  const records: AsyncIterable<ParsedRecord> = source.pipe(parser);
  try {
    for await (const { info, record } of records) reader.take(info.lines, record);
  } catch (error) {
    if (error instanceof FileFault) throw error;
    if (isFileError(error)) {
      const code = error.code === 'ENOENT' ? 'missing' : 'unreadable';
      throw new FileFault(code, [], error);
    }
    if (!reader.headed()) throw new FileFault('notThisKind', sfFireColumns, error);
    if (!isCutOff(error)) throw new FileFault('unreadable', [], error);
    reader.result.bad.push({ line: parser.info.lines, rowId: '', reason: { code: 'unreadable' } });
  } finally {
    source.destroy();
  }
  if (!reader.headed()) throw new FileFault('notThisKind', sfFireColumns);
  if (reader.result.rows.length + reader.result.bad.length === 0) throw new FileFault('noRows');
  return reader.result;
}
