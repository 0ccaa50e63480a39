import { START_CURSOR } from '@tocsin/projections/queries';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BoardBatch } from './boardBatch.ts';
import { mailboxCapacity } from './boardSubscription.ts';
import { everything, ScriptedLog } from './feed.testkit.ts';
import { Feed } from './feed.ts';

const units = { board: 'unit', city: 'xinghe' } as const;

/** What a console that keys by row ends up with. */
class Console {
  readonly rows = new Map<string, string>();
  cursor: string;

  constructor(cursor: string) {
    this.cursor = cursor;
  }

  take({ rows, removed, cursor }: BoardBatch<'unit'>): void {
    for (const row of rows) this.rows.set(row.id, row.station);
    for (const key of removed) this.rows.delete(key);
    this.cursor = cursor;
  }
}

/** The board as a query would give it after every change of the log. */
function board(log: ScriptedLog): Map<string, string> {
  const rows = new Map<string, string>();
  for (const { key, row } of log.changes) {
    if (row && 'station' in row) rows.set(key, row.station);
    else rows.delete(key);
  }
  return rows;
}

async function taken(feed: AsyncGenerator<BoardBatch<'unit'>>): Promise<BoardBatch<'unit'>> {
  const next = await feed.next();
  if (next.done) throw new Error('the feed ended');
  return next.value;
}

async function takeUntil(
  feed: AsyncGenerator<BoardBatch<'unit'>>,
  seen: Console,
  cursor: string,
): Promise<void> {
  while (seen.cursor !== cursor) {
    seen.take(await taken(feed));
  }
}

describe('the feed', () => {
  it('[F2] pushes each change after the cursor, in order, with its newest cursor', async () => {
    const log = new ScriptedLog();
    const feed = await Feed.open({ source: log });
    const changes = await feed.changes(units, START_CURSOR, everything);
    const cursor = log.change('a');
    feed.advance();
    const { value } = await changes.next();
    expect(value).toMatchObject({ rows: [{ id: 'a' }], removed: [], cursor, conflated: false });
    const left = log.change('a', { left: true });
    feed.advance();
    expect((await changes.next()).value).toMatchObject({ rows: [], removed: ['a'], cursor: left });
    feed.close();
    expect((await changes.next()).done).toBe(true);
  });

  it('[F3] resumes from an old cursor through the change log and misses nothing', async () => {
    const log = new ScriptedLog();
    for (let n = 0; n < 2_500; n += 1) log.change(`unit-${n % 1_300}`, { left: n % 7 === 0 });
    const feed = await Feed.open({ source: log });
    const changes = await feed.changes(units, START_CURSOR, everything);
    const seen = new Console(START_CURSOR);
    const last = log.change('late');
    feed.advance();
    await takeUntil(changes, seen, last);
    expect(seen.rows).toEqual(board(log));
    await changes.return(undefined);
    feed.close();
  });

  it('[F2] [F3] ends with the board whatever the order of changes, readings and reconnections', async () => {
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.record({ change: fc.constantFrom('a', 'b', 'c', 'd') }) },
      { weight: 1, arbitrary: fc.record({ leave: fc.constantFrom('a', 'b', 'c', 'd') }) },
      { weight: 2, arbitrary: fc.constant('advance' as const) },
      { weight: 2, arbitrary: fc.constant('take' as const) },
      { weight: 1, arbitrary: fc.constant('reconnect' as const) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const log = new ScriptedLog();
        const feed = await Feed.open({ source: log, ringCapacity: 3 });
        const seen = new Console(START_CURSOR);
        let changes = await feed.changes(units, seen.cursor, everything);
        for (const one of steps) {
          if (one === 'advance') feed.advance();
          else if (one === 'reconnect') {
            await changes.return(undefined);
            changes = await feed.changes(units, seen.cursor, everything);
          } else if (one === 'take') {
            const last = log.change('take');
            feed.advance();
            await takeUntil(changes, seen, last);
            expect(seen.rows).toEqual(board(log));
          } else if ('change' in one) log.change(one.change);
          else log.change(one.leave, { left: true });
        }
        const last = log.change('end');
        feed.advance();
        await takeUntil(changes, seen, last);
        expect(seen.rows).toEqual(board(log));
        feed.close();
      }),
      { numRuns: 60 },
    );
  });

  it('[F4] conflates by row for a slow console and says so', async () => {
    const log = new ScriptedLog();
    let conflated = 0;
    const feed = await Feed.open({ source: log, onConflated: () => (conflated += 1) });
    const changes = await feed.changes(units, START_CURSOR, everything);
    const first = changes.next();
    log.change('a');
    feed.advance();
    await first;
    for (let n = 0; n < 50; n += 1) log.change(n % 2 === 0 ? 'a' : 'b');
    feed.advance();
    await feed.reached(log.changes.at(-1)?.position ?? 0n, 5_000);
    const { rows, conflated: said } = await taken(changes);
    expect(said).toBe(true);
    expect(rows.map(({ id, station }) => [id, station])).toEqual([
      ['a', '49'],
      ['b', '50'],
    ]);
    expect(conflated).toBe(48);
    feed.close();
  });

  it('[F4] keeps no more than a mailbox for a console that does not read, which then reads the log', async () => {
    const log = new ScriptedLog();
    const feed = await Feed.open({ source: log, ringCapacity: 10 });
    const changes = await feed.changes(units, START_CURSOR, everything);
    const seen = new Console(START_CURSOR);
    const cursor = log.change('first');
    feed.advance();
    await takeUntil(changes, seen, cursor);
    for (let n = 0; n < mailboxCapacity + 500; n += 1) log.change(`unit-${n}`);
    feed.advance();
    const last = log.changes.at(-1);
    await feed.reached(last?.position ?? 0n, 5_000);
    expect(feed.load.waiting).toBeLessThanOrEqual(mailboxCapacity);
    await takeUntil(changes, seen, last?.cursor ?? '');
    expect(seen.rows).toEqual(board(log));
    feed.close();
  });

  it('[F5] asks the rule about each row when it is delivered', async () => {
    const log = new ScriptedLog();
    log.change('police-1', { department: 'police' });
    const feed = await Feed.open({ source: log });
    const allowed = new Set(['fire']);
    const changes = await feed.changes(units, START_CURSOR, ({ department }) =>
      allowed.has(department ?? ''),
    );
    log.change('fire-1');
    log.change('police-2', { department: 'police' });
    log.change('gas-1', { department: 'gas', city: 'elsewhere' });
    const next = taken(changes);
    feed.advance();
    expect((await next).rows.map(({ id }) => id)).toEqual(['fire-1']);
    allowed.clear();
    log.change('fire-2');
    feed.advance();
    await feed.reached(log.changes.at(-1)?.position ?? 0n, 5_000);
    allowed.add('police');
    log.change('police-3', { department: 'police' });
    feed.advance();
    expect((await taken(changes)).rows.map(({ id }) => id)).toEqual(['police-3']);
    feed.close();
  });

  it.each(['', 'abc', '1', '1.', '-1.0', '1.0.0', '99999999999999999999.0'])(
    '[F6] refuses %j as a cursor',
    async (cursor) => {
      const feed = await Feed.open({ source: new ScriptedLog() });
      await expect(feed.changes(units, cursor, everything)).rejects.toMatchObject({
        refusal: { code: 'cursorInvalid', field: 'after' },
      });
      feed.close();
    },
  );

  it('[F6] refuses a cursor of the future, but not one that only this gateway hasn’t read yet', async () => {
    const log = new ScriptedLog();
    const feed = await Feed.open({ source: log });
    await expect(feed.changes(units, '10.0', everything)).rejects.toMatchObject({
      refusal: { code: 'cursorOfTheFuture', field: 'after' },
    });
    const known = log.change('a');
    const changes = await feed.changes(units, known, everything);
    const next = log.change('b');
    feed.advance();
    expect((await changes.next()).value).toMatchObject({ rows: [{ id: 'b' }], cursor: next });
    feed.close();
  });

  it('goes on by itself after the change log could not be read', async () => {
    const log = new ScriptedLog();
    const failures: unknown[] = [];
    const feed = await Feed.open({ source: log, onFailure: (error) => failures.push(error) });
    const changes = await feed.changes(units, START_CURSOR, everything);
    log.failure = new Error('gone');
    const cursor = log.change('a');
    feed.advance();
    expect(await feed.reached(log.changes[0]?.position ?? 0n, 5)).toBe(false);
    expect(failures.length).toBeGreaterThan(0);
    log.failure = undefined;
    feed.advance();
    expect((await changes.next()).value).toMatchObject({ cursor });
    feed.close();
  });

  it('can be left while it waits, and leaves nothing behind', async () => {
    const feed = await Feed.open({ source: new ScriptedLog() });
    const changes = await feed.changes(units, START_CURSOR, everything);
    const waiting = changes.next();
    expect(feed.load.subscriptions).toBe(1);
    await changes.return(undefined);
    expect((await waiting).done).toBe(true);
    expect(feed.load.subscriptions).toBe(0);
    feed.close();
  });
});
