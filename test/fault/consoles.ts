import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { type Board, boardsOf, type Row } from './boards.ts';
import type { SignedIn } from './people.ts';

/** One batch as it came: everything in (from, to] of the board's changes. */
export interface Received {
  readonly from: string;
  readonly to: string;
  /** Row ids with their revision, null where they left the board. */
  readonly keys: ReadonlyMap<string, string | null>;
  readonly snapshot: boolean;
}

interface Batch {
  readonly rows: readonly Row[];
  readonly removed: readonly string[];
  readonly cursor: string;
  readonly snapshot: boolean;
}

const isLater = (cursor: string, than: string): boolean => {
  const [position = '0', ordinal = '0'] = cursor.split('.');
  const [otherPosition = '0', otherOrdinal = '0'] = than.split('.');
  const apart = BigInt(position) - BigInt(otherPosition);
  return apart === 0n ? Number(ordinal) > Number(otherOrdinal) : apart > 0n;
};

/** A board as a console keeps it: rows by id, from a query's cursor on. */
export class KeptBoard {
  readonly board: Board;
  readonly rows = new Map<string, string>();
  readonly received: Received[] = [];
  /** What no console should ever see. */
  readonly faults: string[] = [];
  cursor = '';
  stop: () => void = () => undefined;

  constructor(board: Board) {
    this.board = board;
  }

  load(rows: readonly Row[], cursor: string): void {
    this.rows.clear();
    for (const row of rows) this.rows.set(row.id, JSON.stringify(row));
    this.cursor = cursor;
  }

  take({ rows, removed, cursor, snapshot }: Batch): void {
    if (snapshot) this.rows.clear();
    else if (!isLater(cursor, this.cursor)) this.faults.push(`${cursor} came after ${this.cursor}`);
    const keys = new Map<string, string | null>();
    for (const row of rows) {
      this.rows.set(row.id, JSON.stringify(row));
      keys.set(row.id, row.revision);
    }
    for (const id of removed) {
      this.rows.delete(id);
      keys.set(id, null);
    }
    this.received.push({ from: this.cursor, to: cursor, keys, snapshot });
    this.cursor = cursor;
  }
}

/** What a status says to a console, and when it came, by this process's clock. */
export interface Told {
  readonly state: string;
  readonly at: number;
}

/** A window of the console: a socket with several boards and the server's status on it. */
export class Console {
  readonly person: SignedIn;
  readonly boards: readonly KeptBoard[];
  readonly told: Told[] = [];
  /** How often its socket was opened. */
  connections = 0;
  readonly #client: Client;
  readonly #stops: (() => void)[] = [];

  /** @param url the gateway to go to, asked at each connection */
  constructor(person: SignedIn, url: () => string, random: () => number) {
    this.person = person;
    this.boards = boardsOf(person.department).map((board) => new KeptBoard(board));
    this.#client = createClient({
      url: () => `${url().replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { token: person.token, language: 'en' },
      retryAttempts: Number.POSITIVE_INFINITY,
      retryWait: () => new Promise((wake) => setTimeout(wake, 50 + random() * 250)),
      shouldRetry: () => true,
      on: {
        connected: () => {
          this.connections += 1;
        },
      },
    });
  }

  /** Follows its boards from their queries' cursors, and the status. */
  start(): void {
    for (const kept of this.boards) this.#follow(kept);
    this.#stops.push(
      this.#client.subscribe<{ status: { state: string } }>(
        { query: 'subscription { status { state } }' },
        {
          next: ({ data }) => {
            if (data) this.told.push({ state: data.status.state, at: performance.now() });
          },
          error: () => undefined,
          complete: () => undefined,
        },
      ),
    );
  }

  #follow(kept: KeptBoard): void {
    const { subscription, variables } = kept.board;
    const payload = {
      query: subscription,
      get variables() {
        return { ...variables, after: kept.cursor };
      },
    };
    const stop = this.#client.subscribe<{ batch: Batch }>(payload, {
      next: ({ data, errors }) => {
        if (data) kept.take(data.batch);
        else kept.faults.push(JSON.stringify(errors));
      },
      error: (error) => {
        kept.faults.push(error instanceof Error ? error.message : JSON.stringify(error));
      },
      complete: () => undefined,
    });
    this.#stops.push(stop);
  }

  async close(): Promise<void> {
    for (const stop of this.#stops) stop();
    await this.#client.dispose();
  }
}
