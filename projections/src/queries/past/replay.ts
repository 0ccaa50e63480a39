import { type LogEvent, position } from '@tocsin/domain';
import type { ChangedRow, ChangePlace, EventSink } from '../../eventSink.ts';
import type { HeldRows } from '../../heldRows.ts';
import { projectEvent } from '../../projectEvent.ts';
import { streamBoardOf } from '../../streamBoards/index.ts';
import { isOfIncident, isOfUnit, subject } from '../../streams.ts';
import type { BoardChange } from '../changesAfter.ts';
import { formatCursor } from '../cursor.ts';
import { incidentNumber } from '../incidentNumber.ts';
import type { Board } from '../rows.ts';
import { foldStream, giveNumber, nowhere } from './foldStream.ts';
import type { Past, PastChangesWanted } from './past.ts';

/** Streams kept folded; another is folded again when it goes on. */
const mostStreams = 2_000;

/** Whether the event's stream makes rows of the board. */
function concerns(board: Board, event: LogEvent): boolean {
  if (board === 'unit') return isOfUnit(event);
  if (board === 'incident' || board === 'task' || board === 'action') return isOfIncident(event);
  return streamBoardOf(event) === board;
}

/**
 * The changes that the projections make of the log after one position up to another: what stood in
 * the change log before it was dropped.
 */
export async function* replay(
  past: Past,
  wanted: PastChangesWanted,
): AsyncGenerator<readonly BoardChange[]> {
  const held = new Map<string, HeldRows>();
  const done = new AbortController();
  const before = await eventBefore(past, wanted.after);
  const from = before === undefined ? {} : { after: position(before) };
  try {
    for await (const batch of past.log.follow({ ...from, batchSize: 500, signal: done.signal })) {
      const changes: BoardChange[] = [];
      for (const event of batch.events) {
        if (event.position <= wanted.after || event.position > wanted.upTo) continue;
        if (concerns(wanted.board, event))
          changes.push(...(await changesOf(past, held, event, wanted)));
      }
      if (changes.length > 0) yield changes;
      if (batch.caughtUp || (batch.position ?? 0n) >= wanted.upTo) return;
    }
  } finally {
    done.abort();
  }
}

/** The position of an event no later than this one: only such can be read from. */
async function eventBefore({ db }: Past, at: bigint): Promise<string | undefined> {
  const found = await db.query<{ position: string }>(
    'select position from moment where position <= $1 order by position desc limit 1',
    [at],
  );
  return found.rows[0]?.position;
}

async function changesOf(
  past: Past,
  held: Map<string, HeldRows>,
  event: LogEvent,
  { board, city, department }: PastChangesWanted,
): Promise<readonly BoardChange[]> {
  const rows = held.get(event.stream) ?? (await foldBefore(past, event));
  held.delete(event.stream);
  held.set(event.stream, rows);
  if (held.size > mostStreams)
    for (const oldest of held.keys()) {
      held.delete(oldest);
      break;
    }
  const changes: BoardChange[] = [];
  const sink: EventSink = {
    ...nowhere,
    change: (of, place, changed, row, json) => {
      if (changed !== board || row.city !== city) return;
      if (department !== undefined && row.department !== department) return;
      changes.push(changeOf(of, place, changed, row, json));
    },
  };
  projectEvent(rows, sink, event);
  return changes;
}

async function foldBefore(past: Past, event: LogEvent): Promise<HeldRows> {
  const number = isOfIncident(event) ? await incidentNumber(past.db, subject(event)) : 0;
  const rows = await foldStream(past, event.stream, number ?? 0, event.position - 1n);
  giveNumber(rows, event, number ?? 0);
  return rows;
}

const changeOf = (
  { meta, position: at }: LogEvent,
  { ordinal }: ChangePlace,
  board: Board,
  { id: key, city, department }: ChangedRow,
  json: string | null,
): BoardChange => ({
  ...{ board, key, city, department },
  row: json === null ? null : JSON.parse(json),
  cursor: formatCursor(at, ordinal),
  position: at,
  recordedAt: meta.recordedAt,
});
