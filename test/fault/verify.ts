import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '@tocsin/domain/store';
import type pg from 'pg';
import { expect } from 'vitest';
import type { Board, Row } from './boards.ts';
import type { Console, KeptBoard } from './consoles.ts';
import type { SignedIn } from './people.ts';

interface Queried {
  readonly rows: readonly Row[];
  readonly cursor: string;
}

/** The board as the query gives it now. */
export async function query(url: string, token: string, board: Board): Promise<Queried> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: board.query, variables: board.variables }),
  });
  const { data, errors } = (await response.json()) as {
    data?: { board: Queried };
    errors?: unknown;
  };
  if (!data) throw new Error(JSON.stringify(errors));
  return data.board;
}

const nameOf = ({ name, department = 'city' }: Board): string => `${name}s of ${department}`;

/** One reading of each board that somebody has on the screen. */
async function boardsNow(
  url: string,
  consoles: readonly Console[],
): Promise<ReadonlyMap<string, Queried>> {
  const askers = new Map<string, { readonly person: SignedIn; readonly board: Board }>();
  for (const { person, boards } of consoles)
    for (const { board } of boards) askers.set(nameOf(board), { person, board });
  const asked = [...askers].map(async ([name, { person, board }]) => {
    return [name, await query(url, person.token, board)] as const;
  });
  return new Map(await Promise.all(asked));
}

/** Gives every console its boards as they are now, as a window does that was just opened. */
export async function loadAll(url: string, consoles: readonly Console[]): Promise<void> {
  const boards = await boardsNow(url, consoles);
  for (const one of consoles)
    for (const kept of one.boards) {
      const { rows, cursor } = boards.get(nameOf(kept.board)) ?? { rows: [], cursor: '0.0' };
      kept.load(rows, cursor);
    }
}

/** Waits until the boards contain the whole log, and nobody adds to it any more. */
export async function untilProjected(eventStore: string, pool: pg.Pool): Promise<void> {
  const store = await openStore(eventStore);
  try {
    const deadline = Date.now() + 30_000;
    for (;;) {
      const last = await store.lastPosition();
      const { rows } = await pool
        .query<{ position: string }>(`select position from checkpoint where name = 'boards'`)
        .catch(() => ({ rows: [] }));
      if (rows[0]?.position === String(last)) return;
      if (Date.now() > deadline)
        throw new Error(`the log ends at ${last}, the boards at ${rows[0]?.position}`);
      await sleep(50);
    }
  } finally {
    await store.close();
  }
}

function difference(kept: KeptBoard, expected: ReadonlyMap<string, string>): string | undefined {
  const wrong = [...expected].filter(([id, row]) => kept.rows.get(id) !== row);
  const spare = [...kept.rows.keys()].filter((id) => !expected.has(id));
  if (wrong.length + spare.length === 0) return undefined;
  const [id = '', row] = wrong[0] ?? [];
  return `${nameOf(kept.board)}: ${wrong.length} of ${expected.size} rows differ, ${spare.length} too many; ${row} is shown as ${kept.rows.get(id)}`;
}

/** Waits until every console shows what the query gives, and fails with what differs if it never does. */
export async function untilEqual(
  url: string,
  consoles: readonly Console[],
  patience = 20_000,
): Promise<void> {
  const deadline = Date.now() + patience;
  for (;;) {
    const boards = await boardsNow(url, consoles);
    const expected = new Map(
      [...boards].map(([name, { rows }]) => [
        name,
        new Map(rows.map((row) => [row.id, JSON.stringify(row)])),
      ]),
    );
    const differences = consoles.flatMap(({ boards: own }) =>
      own.flatMap((kept) => difference(kept, expected.get(nameOf(kept.board)) ?? new Map()) ?? []),
    );
    if (differences.length === 0) return;
    if (Date.now() > deadline)
      throw new Error(`${differences.length} boards differ from the query; ${differences[0]}`);
    await sleep(100);
  }
}

interface Change {
  readonly at: bigint;
  readonly ordinal: number;
  readonly board: string;
  readonly key: string;
  readonly department: string | null;
  readonly revision: string | null;
}

async function readChanges(pool: pg.Pool): Promise<readonly Change[]> {
  const { rows } = await pool.query<Omit<Change, 'at'> & { readonly position: string }>(
    `select position, ordinal, board, key, department, (row::json)->>'revision' as revision
     from change where city = 'xinghe' and board in ('incident', 'task', 'unit')
     order by change.position, change.ordinal`,
  );
  return rows.map(({ position, ...rest }) => ({ at: BigInt(position), ...rest }));
}

const partsOf = (cursor: string): readonly [position: bigint, ordinal: number] => {
  const [position = '0', ordinal = '0'] = cursor.split('.');
  return [BigInt(position), Number(ordinal)];
};

/** The place in the changes of the first one after a cursor. */
function firstAfter(changes: readonly Change[], cursor: string): number {
  const [position, ordinal] = partsOf(cursor);
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const change = changes[middle];
    if (!change) break;
    const before = change.at < position || (change.at === position && change.ordinal <= ordinal);
    if (before) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Holds every batch that every console got to the change log: cursors only grow, and each batch
 * holds of every row that changed between two cursors its newest state, and of no other.
 */
export async function expectNoGap(pool: pg.Pool, consoles: readonly Console[]): Promise<void> {
  const changes = await readChanges(pool);
  const own = new Map<string, readonly Change[]>();
  const changesOf = (board: Board): readonly Change[] => {
    const known = own.get(nameOf(board));
    if (known) return known;
    const found = changes.filter(
      (change) =>
        change.board === board.name &&
        (board.department === undefined || change.department === board.department),
    );
    own.set(nameOf(board), found);
    return found;
  };
  for (const { person, boards } of consoles)
    for (const kept of boards) {
      const who = `${person.account}, ${nameOf(kept.board)}`;
      expect(kept.faults, who).toEqual([]);
      const all = changesOf(kept.board);
      for (const { from, to, keys, snapshot } of kept.received) {
        if (snapshot) continue;
        const expected = new Map<string, string | null>();
        for (const { key, revision } of all.slice(firstAfter(all, from), firstAfter(all, to)))
          expected.set(key, revision);
        if (!sameKeys(keys, expected))
          expect([...keys].sort(), `${who}: after ${from}, up to ${to}`).toEqual(
            [...expected].sort(),
          );
      }
    }
}

const sameKeys = (
  one: ReadonlyMap<string, string | null>,
  other: ReadonlyMap<string, string | null>,
): boolean =>
  one.size === other.size && [...one].every(([key, revision]) => other.get(key) === revision);

/** A gateway's figure, the sum over its labels. */
export async function figure(url: string, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return text
    .split('\n')
    .filter((line) => line.startsWith(name) && /^[ {]/.test(line.slice(name.length)))
    .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0);
}
