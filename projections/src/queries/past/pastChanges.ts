import { type BoardChange, changesAfter } from '../changesAfter.ts';
import { changesKeptAfter } from '../changesKeptAfter.ts';
import { type Cursor, compareCursors, cursorParts, formatCursor } from '../cursor.ts';
import type { Past, PastChangesWanted } from './past.ts';
import { replay } from './replay.ts';

const page = 500;
/** Behind every change at its position. */
const lastOrdinal = 2 ** 31 - 1;

/** The last position of which nothing can be missing after the cursor. */
function before(cursor: Cursor): bigint {
  const { position, ordinal } = cursorParts(cursor);
  return ordinal === lastOrdinal ? position : position - 1n;
}

/** What changed on a board from one position to another, in log order, also where the change log was dropped. */
export async function* pastChanges(
  past: Past,
  wanted: PastChangesWanted,
): AsyncGenerator<readonly BoardChange[]> {
  const { board, after, upTo, ...scope } = wanted;
  let at = formatCursor(after < 0n ? 0n : after, after < 0n ? 0 : lastOrdinal);
  const end = formatCursor(upTo < 0n ? 0n : upTo, upTo < 0n ? 0 : lastOrdinal);
  for (let more = upTo > after; more; ) {
    const range = { after: at, upTo: end, limit: page };
    const read = await changesAfter(past.db, { ...scope, ...range, boards: [board] });
    // Asked afterwards: what was dropped while reading would be missing.
    const kept = await changesKeptAfter(past.db);
    if (compareCursors(kept, at) > 0) {
      const dropped = cursorParts(kept).position;
      const beyond = dropped > upTo;
      const last = beyond ? upTo : dropped;
      for await (const changes of replay(past, { ...wanted, after: before(at), upTo: last }))
        yield changes.filter(({ cursor }) => compareCursors(cursor, at) > 0);
      at = formatCursor(last, lastOrdinal);
      more = last < upTo;
      continue;
    }
    if (read.changes.length > 0) yield read.changes;
    at = read.cursor;
    more = read.more;
  }
}
