import { afterEach, describe, expect, it } from 'vitest';
import { type BoardSource, type Changes, liveBoard, type Sink } from './liveBoard.ts';
import type { Row } from './rowStore.ts';

const row = (id: string, position: string): Row => ({ id, position });

/** A server's board in memory: a snapshot to load, and the subscriptions that were opened. */
function server(rows: Row[], cursor: string) {
  const subscriptions: { sink: Sink<Changes<Row>>; cursor: () => string; open: boolean }[] = [];
  const state = { rows, cursor, loads: 0, down: false };
  const source: BoardSource<Row> = {
    load: async () => {
      state.loads += 1;
      if (state.down) throw new Error('unreachable');
      return { rows: state.rows, cursor: state.cursor, asOf: null };
    },
    subscribe: (from, sink) => {
      const subscription = { sink, cursor: from, open: true };
      subscriptions.push(subscription);
      return () => {
        subscription.open = false;
      };
    },
  };
  return { source, subscriptions, state };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const compare = (a: Row, b: Row): number => a.id.localeCompare(b.id);
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

async function following(rows: Row[], cursor: string) {
  const remote = server(rows, cursor);
  const changed: string[] = [];
  const board = liveBoard(remote.source, {
    compare,
    pause: 0,
    changed: (next, known) => changed.push(`${next.id} ${known?.position ?? '-'}`),
  });
  stops.push(board.start());
  await settled();
  return { ...remote, board, changed };
}

describe('a live board', () => {
  it('loads a snapshot and subscribes from its cursor', async () => {
    const { board, subscriptions } = await following([row('a', '1')], '1.1');
    expect(board.store.all().map(({ id }) => id)).toEqual(['a']);
    expect(board.state.get()).toBe('live');
    expect(subscriptions.map((one) => one.cursor())).toEqual(['1.1']);
  });

  it('hands the newest cursor to a socket that comes back', async () => {
    const { board, subscriptions, changed } = await following([row('a', '1')], '1.1');
    const [first] = subscriptions;
    first?.sink.next({
      rows: [row('b', '7')],
      removed: ['a'],
      cursor: '7.2',
      asOf: 'then',
      snapshot: false,
    });
    expect(first?.cursor()).toBe('7.2');
    expect(board.store.all().map(({ id }) => id)).toEqual(['b']);
    expect(board.asOf.get()).toBe('then');
    expect(changed).toEqual(['b -']);
  });

  it('[F12] forgets what a snapshot doesn’t have, and goes on from its cursor', async () => {
    const { board, subscriptions, changed } = await following(
      [row('a', '1'), row('b', '9')],
      '9.1',
    );
    const rows = [row('b', '8'), row('c', '12')];
    const snapshot = { rows, removed: [], cursor: '12.1', asOf: null, snapshot: true };
    subscriptions[0]?.sink.next(snapshot);
    expect(board.store.all().map(({ id }) => id)).toEqual(['b', 'c']);
    expect(board.store.row('b')?.position).toBe('8');
    expect(subscriptions[0]?.cursor()).toBe('12.1');
    expect(changed).toEqual([]);
  });

  it('resumes from the last cursor when the subscription ends', async () => {
    const { subscriptions, state } = await following([], '1.1');
    subscriptions[0]?.sink.next({
      rows: [],
      removed: [],
      cursor: '9.1',
      asOf: null,
      snapshot: false,
    });
    subscriptions[0]?.sink.ended({});
    await settled();
    expect(subscriptions).toHaveLength(2);
    expect(subscriptions[1]?.cursor()).toBe('9.1');
    expect(state.loads).toBe(1);
  });

  it.each(['cursorInvalid', 'cursorOfTheFuture'])('takes a fresh snapshot on %s', async (code) => {
    const { board, subscriptions, state } = await following([row('a', '1')], '1.1');
    Object.assign(state, { rows: [row('c', '2')], cursor: '2.1' });
    subscriptions[0]?.sink.ended({ code });
    await settled();
    expect(board.store.all().map(({ id }) => id)).toEqual(['c']);
    expect(subscriptions.at(-1)?.cursor()).toBe('2.1');
  });

  it('keeps its rows while the server is unreachable, and loads when it is back', async () => {
    const { board, subscriptions, state } = await following([row('a', '1')], '1.1');
    state.down = true;
    subscriptions[0]?.sink.ended({ code: 'cursorInvalid' });
    await settled();
    expect(board.state.get()).toBe('failed');
    expect(board.store.all().map(({ id }) => id)).toEqual(['a']);
    state.down = false;
    await expect.poll(() => board.state.get()).toBe('live');
  });

  it('lets go of its subscription when it stops', async () => {
    const { subscriptions, board } = await following([], '1.1');
    for (const stop of stops.splice(0)) stop();
    expect(subscriptions[0]?.open).toBe(false);
    subscriptions[0]?.sink.next({
      rows: [row('x', '2')],
      removed: [],
      cursor: '2',
      asOf: null,
      snapshot: false,
    });
    subscriptions[0]?.sink.ended({});
    await settled();
    expect(subscriptions).toHaveLength(1);
    expect(board.store.all().map(({ id }) => id)).toEqual([]);
  });
});
