import { position } from '@tocsin/domain';
import type { HeldRows } from '../../heldRows.ts';
import type { Kept } from '../../keptRows.ts';
import type { RowOf } from '../changesAfter.ts';
import type { Board, IncidentRow } from '../rows.ts';
import { type Candidate, candidate, candidates, endedBy } from './candidates.ts';
import { foldStream } from './foldStream.ts';
import type { Past } from './past.ts';

/** Streams that are read from the log at once. */
const mostAtOnce = 16;
/** Candidates looked at in one go: as many as rows are wanted, and no fewer than these. */
const leastPage = 500;

export interface PastRowsWanted<B extends Board> {
  readonly board: B;
  readonly city: string;
  /** Left out: every department's. */
  readonly department?: string;
  /** Those that had left the board, the last to leave first. */
  readonly ended?: boolean;
  /** The log position that the board is wanted as of. */
  readonly at: bigint;
  readonly limit: number;
  /** Left out: every row. */
  readonly matches?: (row: RowOf[B]) => boolean;
}

type AnyRow = RowOf[Board];

/**
 * A board's rows as they stood at a position: what its query would have given when the boards had
 * come that far. From the change log; a row whose changes up to there were dropped, or that was
 * off its board, is folded from its stream of the log.
 */
export function pastRows<B extends Board>(
  past: Past,
  wanted: PastRowsWanted<B>,
): Promise<readonly RowOf[B][]> {
  return wanted.ended ? pastEnded(past, wanted) : pastOpen(past, wanted);
}

async function pastOpen<B extends Board>(
  past: Past,
  wanted: PastRowsWanted<B>,
): Promise<readonly RowOf[B][]> {
  const { board, limit, matches } = wanted;
  const folds = new Folds(past, wanted.at);
  const page = Math.max(limit, leastPage);
  const rows: RowOf[B][] = [];
  // By due date, which may have been another then: only all of them can be put in order.
  const all = board === 'action';
  for (let offset = 0; all || rows.length < limit; offset += page) {
    const found = await candidates(past, { ...wanted, limit: page, offset });
    for (const kept of await folds.of(board, found)) {
      const row = kept?.row as RowOf[B] | undefined;
      if (!row || kept?.ended !== undefined || !isWanted(wanted, row)) continue;
      if (matches === undefined || matches(row)) rows.push(row);
    }
    if (found.length < page) break;
  }
  if (all) rows.sort((one, other) => byDue(one as RowOf['action'], other as RowOf['action']));
  return rows.slice(0, limit);
}

async function pastEnded<B extends Board>(
  past: Past,
  wanted: PastRowsWanted<B>,
): Promise<readonly RowOf[B][]> {
  const { board, limit, matches } = wanted;
  const folds = new Folds(past, wanted.at);
  const page = Math.max(limit, leastPage);
  const ended: Ended<RowOf[B]>[] = [];
  const take = async (found: readonly Candidate[]): Promise<boolean> => {
    for (const kept of await folds.of(board, found)) {
      const row = kept?.row as RowOf[B] | undefined;
      if (!row || kept?.ended === undefined || !isWanted(wanted, row)) continue;
      if (matches === undefined || matches(row)) ended.push({ row, ended: kept.ended });
    }
    return found.length === page;
  };
  for (let offset = 0; ended.length < limit; offset += page)
    if (!(await take(await endedBy(past, { ...wanted, limit: page, offset })))) break;
  for (let offset = 0; ; offset += page)
    if (!(await take(await candidates(past, { ...wanted, limit: page, offset }, true)))) break;
  ended.sort((one, other) => Number(other.ended - one.ended) || byId(one.row, other.row));
  return ended.slice(0, limit).map(({ row }) => row);
}

interface Ended<Row> {
  readonly row: Row;
  readonly ended: bigint;
}

/** An incident's row as it stood at a position, on its board or off it; undefined before its first event. */
export async function pastIncident(
  past: Past,
  id: string,
  at: bigint,
): Promise<IncidentRow | undefined> {
  const found = await candidate(past, 'incident', id, at);
  if (!found) return undefined;
  const [kept] = await new Folds(past, at).of('incident', [found]);
  return kept?.row as IncidentRow | undefined;
}

const isWanted = ({ department }: { readonly department?: string }, row: AnyRow): boolean =>
  department === undefined || ('department' in row && row.department === department);

const byId = (one: AnyRow, other: AnyRow): number => (one.id < other.id ? -1 : 1);

const byDue = (one: RowOf['action'], other: RowOf['action']): number =>
  Date.parse(one.dueBy) - Date.parse(other.dueBy) || byId(one, other);

/** Rows at a moment; each stream that has to be folded is folded once. */
class Folds {
  readonly #past: Past;
  readonly #at: bigint;
  readonly #folded = new Map<string, HeldRows>();

  constructor(past: Past, at: bigint) {
    this.#past = past;
    this.#at = at;
  }

  /** In the order of the candidates; undefined where there was no row. */
  async of(
    board: Board,
    found: readonly Candidate[],
  ): Promise<readonly (Pick<Kept<AnyRow>, 'row' | 'ended'> | undefined)[]> {
    await this.#fold(found.filter((one) => !one.known && one.unchanged === null));
    return found.map((one) => {
      if (one.known)
        return one.row === null ? undefined : { row: JSON.parse(one.row), ended: undefined };
      if (one.unchanged) {
        const ended = one.ended === null ? undefined : position(one.ended);
        return { row: one.unchanged as AnyRow, ended };
      }
      return rowIn(this.#folded.get(one.stream ?? ''), board, one);
    });
  }

  async #fold(found: readonly Candidate[]): Promise<void> {
    const streams = new Map(found.map(({ stream, number }) => [stream ?? '', number ?? 0]));
    const missing = [...streams].filter(([stream]) => !this.#folded.has(stream));
    const next = missing.values();
    const work = async (): Promise<void> => {
      for (const [stream, number] of next)
        this.#folded.set(stream, await foldStream(this.#past, stream, number, this.#at));
    };
    await Promise.all(Array.from({ length: mostAtOnce }, work));
  }
}

function rowIn(
  rows: HeldRows | undefined,
  board: Board,
  { stream: name, id }: Candidate,
): Kept<AnyRow> | undefined {
  const stream = name ?? '';
  const subject = stream.slice(stream.indexOf('-') + 1);
  switch (board) {
    case 'incident':
      return rows?.incidents.get(subject)?.incident;
    case 'task':
      return rows?.incidents.get(subject)?.tasks.get(id);
    case 'action':
      return rows?.incidents.get(subject)?.actions.get(id);
    case 'unit':
      return rows?.units.get(subject);
    default:
      return rows?.streams.get(stream);
  }
}
