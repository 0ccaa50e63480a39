import type { Board } from '../rows.ts';
import type { StreamBoard } from '../streamRows.ts';
import type { Past } from './past.ts';

/** Where the rows of a board lie; SQL expressions on the table `c`. */
interface Place {
  readonly table: string;
  /** The row's key in the change log. */
  readonly key: string;
  readonly stream: string;
  /** The number of its incident. */
  readonly number: string;
  /** Of what is on the board. */
  readonly order: string;
  /** Of what has left it, behind when it did. */
  readonly endedOrder: string;
}

const ofStreams = (board: StreamBoard): Place => ({
  table: 'stream_row',
  key: `substr(c.key, ${board.length + 2})`,
  stream: 'c.key',
  number: '0',
  order: 'c.key',
  endedOrder: 'c.key',
});

const places: Readonly<Record<Board, Place>> = {
  incident: {
    table: 'incident_row',
    key: 'c.id',
    stream: `'incident-' || c.id`,
    number: 'c.number',
    order: 'c.number desc',
    endedOrder: 'c.id',
  },
  task: {
    table: 'task_row',
    key: 'c.id',
    stream: `'incident-' || (c.row ->> 'incident')`,
    number: 'c.number',
    order: 'c.number desc, c.id',
    endedOrder: 'c.id',
  },
  unit: {
    table: 'unit_row',
    key: 'c.id',
    stream: `'unit-' || c.id`,
    number: '0',
    order: 'c.id',
    endedOrder: 'c.id',
  },
  action: {
    table: 'action_row',
    key: 'c.id',
    stream: `'incident-' || c.incident`,
    number: `(c.row ->> 'number')::int`,
    order: 'c.due, c.id',
    endedOrder: 'c.id',
  },
  depot: ofStreams('depot'),
  warning: ofStreams('warning'),
  plannedEvent: ofStreams('plannedEvent'),
  duty: ofStreams('duty'),
};

/** A row that was, or may have been, on its board. */
export interface Candidate {
  readonly id: string;
  /** Its stream and its incident's number, where it may have to be folded. */
  readonly stream: string | null;
  readonly number: number | null;
  /** When it left the board for the last time so far. */
  readonly ended: string | null;
  /** Its last change up to the moment is still kept. */
  readonly known: boolean;
  /** That change's row; null: it left the board. */
  readonly row: string | null;
  /** The row as it is now, where nothing has changed since the moment. */
  readonly unchanged: object | null;
}

export interface CandidatesWanted {
  readonly board: Board;
  readonly city: string;
  readonly department?: string;
  readonly at: bigint;
  readonly limit: number;
  readonly offset: number;
}

/** What has to be parsed out of a row only where the change log doesn't say what it was. */
const columns = ({ key, stream, number }: Place, unknown: string): string =>
  `${key} as id, c.ended,
   case when ${unknown} then ${stream} end as stream,
   case when ${unknown} then ${number} end as number,
   case when ${unknown} and (c.row ->> 'position')::bigint <= $2 then c.row end as unchanged`;

const ofBoard = ({ table }: Place): string =>
  table === 'stream_row' ? 'c.board = $3' : '$3::text is not null';

/** Of each row, the last change up to the moment. */
const lastChange = ({ key }: Place): string => `left join lateral (
  select ch.position, ch.row, ch.department from change ch
  where ch.key = ${key} and ch.board = $3 and ch.position between c.began and $2
  order by ch.position desc, ch.ordinal desc limit 1) last on true`;

/**
 * A page of the rows that were on the board at the moment, in the board's order, with those of
 * which the change log says nothing any more; or, `off`, that were off it then and came back later.
 */
export async function candidates(
  { db }: Past,
  { board, city, department, at, limit, offset }: CandidatesWanted,
  off = false,
): Promise<readonly Candidate[]> {
  const place = places[board];
  const found = await db.query<Candidate>(
    `select ${columns(place, off ? 'true' : 'last.position is null')},
       last.position is not null and not $7 as known, last.row
     from ${place.table} c ${lastChange(place)}
     where c.city = $1 and ${ofBoard(place)} and int8range(c.began, c.ended) @> $2::bigint
       and (last.position is null or ((last.row is null) = $7
         and ($7 or $5::text is null or last.department = $5)))
     order by ${place.order} limit $4 offset $6`,
    [city, at, board, limit, department ?? null, offset, off],
  );
  return found.rows;
}

/** A page of the rows that had left the board by the moment and not come back since, the last first. */
export async function endedBy(
  { db }: Past,
  { board, city, department, at, limit, offset }: CandidatesWanted,
): Promise<readonly Candidate[]> {
  const place = places[board];
  const owned =
    board === 'incident' ? '$5::text is null' : '($5::text is null or c.department = $5)';
  const found = await db.query<Candidate>(
    `select ${columns(place, 'true')}, false as known, null as row
     from ${place.table} c
     where c.city = $1 and ${ofBoard(place)} and c.ended <= $2 and ${owned}
     order by c.ended desc, ${place.endedOrder} limit $4 offset $6`,
    [city, at, board, limit, department ?? null, offset],
  );
  return found.rows;
}

/** One row of a board by its id, whether it was on the board or not; undefined: it had not begun. */
export async function candidate(
  { db }: Past,
  board: Board,
  id: string,
  at: bigint,
): Promise<Candidate | undefined> {
  const place = places[board];
  const found = await db.query<Candidate>(
    `select ${columns(place, 'last.row is null')}, last.row is not null as known, last.row
     from ${place.table} c ${lastChange(place)}
     where ${place.key} = $1 and ${ofBoard(place)} and c.began <= $2`,
    [id, at, board],
  );
  return found.rows[0];
}
