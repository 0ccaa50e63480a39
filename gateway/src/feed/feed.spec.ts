import { START_CURSOR } from '@tocsin/projections/queries';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../operation/refusal.ts';
import { Console, join, plainly, ScriptedLog, settled, stations, units } from './feed.testkit.ts';
import { Feed, type FeedOptions } from './feed.ts';
import { mostDifferences } from './missed.ts';
import { queueCapacity } from './room.ts';

async function opened(options: Partial<FeedOptions> = {}, log = new ScriptedLog()) {
  const counts = { conflated: 0, rendered: 0, shared: 0 };
  const feed = await Feed.open({
    source: log,
    onConflated: () => {
      counts.conflated += 1;
    },
    onRendered: () => {
      counts.rendered += 1;
    },
    onShared: (sends) => {
      counts.shared += sends;
    },
    ...options,
  });
  const advance = async (): Promise<void> => {
    feed.advance();
    await settled();
  };
  return { log, feed, counts, advance };
}

describe('the feed', () => {
  it('[F2] pushes each change after the cursor, in order, with its newest cursor', async () => {
    const { log, feed, advance } = await opened();
    const console = await join(feed, new Console());
    const cursor = log.change('a');
    await advance();
    expect(console.batches).toMatchObject([
      { rows: [{ id: 'a' }], removed: [], cursor, conflated: false, snapshot: false },
    ]);
    const left = log.change('a', { left: true });
    await advance();
    expect(console.batches[1]).toMatchObject({ rows: [], removed: ['a'], cursor: left });
    feed.close();
    expect(console.ended).toBe(true);
  });

  it('[F3] [F14] resumes from an old cursor with the newest of each row, in one batch', async () => {
    const log = new ScriptedLog();
    for (let n = 0; n < 2_500; n += 1) log.change(`unit-${n % 1_300}`, { left: n % 7 === 0 });
    const { feed, advance } = await opened({}, log);
    const console = await join(feed, new Console());
    log.change('late');
    await advance();
    expect(console.rows).toEqual(stations(log.rows()));
    expect(console.batches[0]).toMatchObject({ conflated: true, snapshot: false });
    expect(console.batches.length).toBeLessThanOrEqual(2);
    feed.close();
  });

  it('[F2] [F3] [F11] ends with the board whatever the order of changes, readings and reconnections', async () => {
    const key = fc.constantFrom('a', 'b', 'c', 'd');
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.record({ change: key }) },
      { weight: 1, arbitrary: fc.record({ leave: key }) },
      { weight: 3, arbitrary: fc.constant('advance' as const) },
      { weight: 2, arbitrary: fc.constant('wait' as const) },
      { weight: 1, arbitrary: fc.constant('full' as const) },
      { weight: 1, arbitrary: fc.constant('read' as const) },
      { weight: 1, arbitrary: fc.constant('reconnect' as const) },
      { weight: 1, arbitrary: fc.constant('reset' as const) },
      { weight: 1, arbitrary: fc.constant('forget' as const) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const { log, feed, advance } = await opened({ ringCapacity: 3 });
        let slow = await join(feed, new Console());
        const other = await join(feed, new Console(null));
        const before: string[] = [];
        for (const one of steps) {
          if (one === 'advance') feed.advance();
          else if (one === 'wait') await settled();
          else if (one === 'full') slow.full = true;
          else if (one === 'read') slow.read();
          else if (one === 'reset') feed.reset();
          else if (one === 'forget') log.kept = log.end;
          else if (one === 'reconnect') {
            slow.leave();
            before.push(...slow.batches.map(({ cursor }) => cursor));
            const next = new Console(slow.cursor);
            for (const [id, station] of slow.rows) next.rows.set(id, station);
            slow = await join(feed, next);
          } else if ('change' in one) log.change(one.change);
          else log.change(one.leave, { left: true });
        }
        slow.read();
        log.change('end');
        await advance();
        await settled();
        for (const console of [slow, other]) {
          expect(console.rows).toEqual(stations(log.rows()));
          const cursors = console.batches.filter(({ snapshot }) => !snapshot);
          const positions = cursors.map(({ cursor }) => Number(cursor.split('.')[0]));
          expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b));
        }
        feed.close();
      }),
      { numRuns: 100 },
    );
  });

  it.each(['', 'abc', '1', '1.', '-1.0', '1.0.0', '99999999999999999999.0'])(
    '[F6] refuses %j as a cursor',
    async (cursor) => {
      const { feed } = await opened();
      await expect(feed.checked(cursor)).rejects.toMatchObject({
        refusal: { code: 'cursorInvalid', field: 'after' },
      });
    },
  );

  it('[F6] refuses a cursor of the future, but not one that only this gateway hasn’t read yet', async () => {
    const { log, feed, advance } = await opened();
    await expect(feed.checked('10.0')).rejects.toMatchObject({
      refusal: { code: 'cursorOfTheFuture', field: 'after' },
    });
    const console = await join(feed, new Console(log.change('a')));
    const next = log.change('b');
    await advance();
    expect(console.batches).toMatchObject([{ cursor: next }]);
    feed.close();
  });

  it('goes on by itself after the change log could not be read', async () => {
    const failures: unknown[] = [];
    const { log, feed, advance } = await opened({ onFailure: (error) => failures.push(error) });
    const console = await join(feed, new Console());
    log.failure = new Error('gone');
    const cursor = log.change('a');
    feed.advance();
    expect(await feed.reached(log.changes[0]?.position ?? 0n, 5)).toBe(false);
    expect(failures.length).toBeGreaterThan(0);
    log.failure = undefined;
    await advance();
    expect(console.batches).toMatchObject([{ cursor }]);
    feed.close();
  });

  it('can be left, and leaves nothing behind', async () => {
    const { feed } = await opened();
    const console = await join(feed, new Console());
    expect(feed.load).toMatchObject({ subscriptions: 1, rooms: 1 });
    console.leave();
    expect(feed.load).toEqual({ subscriptions: 0, rooms: 0, behind: 0, waiting: 0 });
    feed.close();
  });
});

describe('a room', () => {
  it('[F8] renders once for all its members and sends them the same bytes', async () => {
    const { log, feed, counts, advance } = await opened();
    const consoles = await Promise.all(Array.from({ length: 50 }, () => join(feed, new Console())));
    const other = await join(feed, new Console(), { form: 'another form' });
    for (let n = 0; n < 3; n += 1) {
      log.change('a');
      await advance();
    }
    expect(feed.load).toMatchObject({ subscriptions: 51, rooms: 2 });
    expect(counts).toMatchObject({ rendered: 6, shared: 3 * 49 });
    const frames = new Set(consoles.flatMap((one) => one.frames));
    expect(frames.size).toBe(3);
    expect(other.rows).toEqual(stations(log.rows()));
    feed.close();
  });

  it('[F12] sends who has no cursor the whole board, then every change after it', async () => {
    const { log, feed, counts, advance } = await opened();
    log.change('a');
    log.change('b');
    log.change('b', { left: true });
    await advance();
    const consoles = await Promise.all(
      Array.from({ length: 5 }, () => join(feed, new Console(null))),
    );
    await settled();
    for (const { batches } of consoles)
      expect(batches).toMatchObject([{ snapshot: true, rows: [{ id: 'a' }], cursor: log.end }]);
    expect(log.readings.boards).toBe(1);
    expect(counts.rendered).toBe(1);
    log.change('c');
    await advance();
    for (const console of consoles) {
      expect(console.batches[1]).toMatchObject({ snapshot: false, rows: [{ id: 'c' }] });
      expect(console.rows).toEqual(stations(log.rows()));
    }
    feed.close();
  });

  it('[F13] answers a cursor that is no longer kept with a snapshot', async () => {
    const log = new ScriptedLog();
    const old = log.change('a');
    log.change('a', { left: true });
    log.kept = log.change('b');
    const { feed } = await opened({}, log);
    const console = new Console(old);
    console.rows.set('a', '0');
    await join(feed, console);
    await settled();
    expect(console.batches).toMatchObject([{ snapshot: true, removed: [], cursor: log.end }]);
    expect(console.rows).toEqual(stations(log.rows()));
    feed.close();
  });

  it('[F13] answers with a snapshot when more has changed than the board is worth', async () => {
    const log = new ScriptedLog();
    for (let n = 0; n <= mostDifferences; n += 1) log.change(`unit-${n}`, { left: true });
    const { feed } = await opened({}, log);
    const console = await join(feed, new Console());
    await settled();
    expect(console.batches).toMatchObject([{ snapshot: true, rows: [] }]);
    feed.close();
  });

  it('[F14] reads and renders once for all who resume from the same cursor', async () => {
    const log = new ScriptedLog();
    for (let n = 0; n < 100; n += 1) log.change(`unit-${n % 10}`);
    const { feed, counts } = await opened({}, log);
    const consoles = await Promise.all(
      Array.from({ length: 500 }, () => join(feed, new Console())),
    );
    await settled();
    expect(log.readings.differences).toBe(1);
    expect(counts).toMatchObject({ rendered: 1, shared: 499 });
    for (const { rows } of consoles) expect(rows.size).toBe(10);
    feed.close();
  });

  it('[F15] sends everybody a snapshot when the boards were swapped', async () => {
    const { log, feed, advance } = await opened();
    const live = await join(feed, new Console());
    const slow = await join(feed, new Console());
    log.change('a');
    await advance();
    slow.full = true;
    log.change('b');
    await advance();
    feed.reset();
    await settled();
    expect(live.batches.at(-1)).toMatchObject({ snapshot: true });
    slow.read();
    await settled();
    expect(slow.batches.at(-1)).toMatchObject({ snapshot: true });
    log.change('c');
    await advance();
    for (const { rows } of [live, slow]) expect(rows).toEqual(stations(log.rows()));
    feed.close();
  });

  it('[F4] keeps of a slow console only its place, and gives it the newest of each row', async () => {
    const { log, feed, advance } = await opened();
    const slow = await join(feed, new Console());
    const quick = await join(feed, new Console());
    log.change('a');
    await advance();
    slow.full = true;
    for (let n = 0; n < 50; n += 1) {
      log.change(n % 2 === 0 ? 'a' : 'b');
      await advance();
    }
    expect(feed.load).toMatchObject({ behind: 1, waiting: 0 });
    expect(quick.batches).toHaveLength(51);
    slow.read();
    await settled();
    expect(slow.batches).toHaveLength(2);
    expect(slow.batches[1]?.conflated).toBe(true);
    expect(slow.batches[1]?.rows.map(({ id, station }) => [id, station])).toEqual([
      ['a', '49'],
      ['b', '50'],
    ]);
    expect(feed.load.behind).toBe(0);
    feed.close();
  });

  it('[F16] conflates for all when it renders slowly, and within its bound', async () => {
    const { log, feed, counts, advance } = await opened();
    let go = (): void => undefined;
    const render = async (batch: Parameters<typeof plainly>[0]) => {
      await new Promise<void>((resolve) => {
        go = resolve;
      });
      return plainly(batch);
    };
    const console = await join(feed, new Console(), { render });
    log.change('a');
    await advance();
    for (let n = 0; n < 10; n += 1) {
      log.change('a');
      await advance();
    }
    expect(counts.conflated).toBe(9);
    for (let n = 0; n < queueCapacity + 10; n += 1) log.change(`unit-${n}`);
    await advance();
    await advance();
    await advance();
    expect(feed.load.waiting).toBeLessThanOrEqual(queueCapacity);
    while (console.cursor !== log.end) {
      go();
      await settled();
    }
    expect(console.rows).toEqual(stations(log.rows()));
    feed.close();
  });

  it('[F17] evaluates a filter once a change and sends what no longer matches as removed', async () => {
    const { log, feed, advance } = await opened();
    let asked = 0;
    const scope = {
      ...units,
      matches: (row: object) => {
        asked += 1;
        return 'station' in row && Number(row.station) % 2 === 0;
      },
    };
    const consoles = await Promise.all(
      Array.from({ length: 20 }, () => join(feed, new Console(), { scope })),
    );
    for (const id of ['a', 'b', 'a']) {
      log.change(id);
      await advance();
    }
    expect(asked).toBe(3);
    for (const { batches, rows } of consoles) {
      expect(batches.map(({ rows: changed, removed }) => [changed.length, removed])).toEqual([
        [1, []],
        [0, ['b']],
        [1, []],
      ]);
      expect([...rows.keys()]).toEqual(['a']);
    }
    feed.close();
  });

  it('tells its members when rows can’t be rendered, and serves who comes then', async () => {
    const { log, feed, advance } = await opened();
    let broken = true;
    const render = async (batch: Parameters<typeof plainly>[0]) => {
      if (broken) throw new Refusal('UNAVAILABLE');
      return plainly(batch);
    };
    const console = await join(feed, new Console(), { render });
    log.change('a');
    await advance();
    expect(console.failed).toBeInstanceOf(Refusal);
    broken = false;
    const again = await join(feed, new Console(START_CURSOR), { render });
    await settled();
    expect(again.rows).toEqual(stations(log.rows()));
    feed.close();
  });
});
