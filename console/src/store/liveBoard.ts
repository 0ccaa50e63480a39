import { type Row, type RowChanges, type RowStore, rowStore } from './rowStore.ts';
import { type Signal, signal } from './signal.ts';

export interface Board<R extends Row> {
  readonly rows: readonly R[];
  readonly cursor: string;
  readonly asOf: string | null;
}
export type Changes<R extends Row> = RowChanges<R> & {
  readonly cursor: string;
  /** The rows are the whole board: every other one is to be forgotten. */
  readonly snapshot: boolean;
  readonly asOf: string | null;
};

/** How a subscription ended: a code where the server gave one. */
export interface Ended {
  readonly code?: string;
}
export interface Sink<T> {
  readonly next: (value: T) => void;
  readonly ended: (why: Ended) => void;
}

/** Where a board comes from; `subscribe` reads the cursor anew each time the socket comes back. */
export interface BoardSource<R extends Row> {
  readonly load: () => Promise<Board<R>>;
  readonly subscribe: (cursor: () => string, sink: Sink<Changes<R>>) => () => void;
}

export interface BoardOptions<R extends Row> {
  readonly compare: (a: R, b: R) => number;
  /** Told of each changed row before it is applied, with the row as it was known. */
  readonly changed?: (row: R, known: R | undefined) => void;
  /** Keeps the board on this device, for when there is no line at the start. */
  readonly kept?: {
    readonly recall: () => Promise<Board<R> | null>;
    readonly keep: (board: Board<R>) => void;
  };
  /** Milliseconds before a failed load or an ended subscription is tried again. */
  readonly pause?: number;
}

export type BoardState = 'loading' | 'kept' | 'live' | 'failed';

export interface LiveBoard<R extends Row> {
  readonly store: RowStore<R>;
  /** `kept`: what this device remembers, while the server has not been reached yet. */
  readonly state: Signal<BoardState>;
  readonly asOf: Signal<string | null>;
  /** Begins to follow the server; returns how to stop. */
  readonly start: () => () => void;
}

const lostCursor = new Set(['cursorInvalid', 'cursorOfTheFuture']);

/**
 * A row store kept equal to the server's board: a snapshot, then changes from its cursor.
 * A cursor that the server no longer knows means a fresh snapshot; any other end is tried again
 * from the last cursor, so that nothing is missed. The server
 * sends a snapshot itself where changes alone would not do.
 */
export function liveBoard<R extends Row>(
  source: BoardSource<R>,
  { compare, changed = () => {}, kept, pause = 2000 }: BoardOptions<R>,
): LiveBoard<R> {
  const store = rowStore(compare);
  const state = signal<BoardState>('loading');
  const asOf = signal<string | null>(null);

  const start = (): (() => void) => {
    let cursor = '';
    let stopped = false;
    let cancel = (): void => {};
    let timer: ReturnType<typeof setTimeout> | undefined;
    let keeping: ReturnType<typeof setTimeout> | undefined;

    const later = (run: () => void): void => {
      timer = setTimeout(run, pause);
    };
    const keepSoon = (): void => {
      if (kept === undefined) return;
      keeping ??= setTimeout(() => {
        keeping = undefined;
        kept.keep({ rows: store.all(), cursor, asOf: asOf.get() });
      }, pause);
    };
    const remember = async (): Promise<void> => {
      const board = (await kept?.recall().catch(() => null)) ?? null;
      const waits = state.get() === 'loading' || state.get() === 'failed';
      if (stopped || board === null || !waits) return;
      store.load(board.rows);
      asOf.set(board.asOf);
      state.set('kept');
    };
    const receive = (changes: Changes<R>): void => {
      if (changes.snapshot) store.load(changes.rows);
      else {
        for (const row of changes.rows) changed(row, store.row(row.id));
        store.apply(changes);
      }
      cursor = changes.cursor;
      if (changes.asOf !== null) asOf.set(changes.asOf);
      keepSoon();
    };
    const listen = (): void => {
      cancel = source.subscribe(() => cursor, {
        next: (changes) => stopped || receive(changes),
        ended: ({ code }) => {
          if (stopped) return;
          if (code !== undefined && lostCursor.has(code)) void begin();
          else later(listen);
        },
      });
    };
    const begin = async (): Promise<void> => {
      const board = await source.load().catch(() => null);
      if (stopped) return;
      if (board === null) {
        if (state.get() !== 'kept') state.set('failed');
        later(() => void begin());
        return;
      }
      store.load(board.rows);
      cursor = board.cursor;
      asOf.set(board.asOf);
      state.set('live');
      keepSoon();
      listen();
    };

    void remember();
    void begin();
    return () => {
      stopped = true;
      clearTimeout(timer);
      clearTimeout(keeping);
      cancel();
    };
  };

  return { store, state, asOf, start };
}
