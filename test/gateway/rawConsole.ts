import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { WebSocket } from 'ws';

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const seconds = () => Math.floor(Date.now() / 1000);

/** A session token as the gateway makes it. */
export function tokenOf(sessionKey: Uint8Array, account: string, exp = seconds() + 3_600): string {
  const text = `${part({ alg: 'HS256' })}.${part({ sub: account, iss: 'tocsin', exp })}`;
  return `${text}.${createHmac('sha256', sessionKey).update(text).digest('base64url')}`;
}

export interface RawRow {
  readonly id: string;
  readonly revision: string;
}
export interface RawBatch {
  readonly rows: readonly RawRow[];
  readonly removed: readonly string[];
  readonly cursor: string;
  readonly conflated: boolean;
  readonly snapshot: boolean;
}

/** A console that keeps the bytes of each message, and the rows that they amount to. */
export class RawConsole {
  readonly socket: WebSocket;
  readonly closed: Promise<number>;
  readonly frames: string[] = [];
  readonly batches: RawBatch[] = [];
  readonly errors: string[] = [];
  readonly rows = new Map<string, string>();

  private constructor(url: string) {
    this.socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      perMessageDeflate: false,
    });
    this.closed = new Promise((resolve) => this.socket.once('close', resolve));
    this.socket.on('error', () => undefined);
  }

  static async open(url: string, token: string, language = 'en'): Promise<RawConsole> {
    const console = new RawConsole(url);
    const { socket } = console;
    await once(socket, 'open');
    console.send({ type: 'connection_init', payload: { token, language } });
    await once(socket, 'message');
    socket.on('message', (data) => console.#take(String(data)));
    return console;
  }

  send(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  subscribe(query: string, variables: object = {}, id = 'board'): void {
    this.send({ id, type: 'subscribe', payload: { query, variables } });
  }

  /** Resolves when the batches so far fulfil it. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await once(this.socket, 'message');
  }

  #take(text: string): void {
    const message = JSON.parse(text) as {
      readonly type: string;
      readonly payload?: {
        readonly data?: { readonly changes: RawBatch };
        readonly errors?: readonly object[];
      };
    };
    if (message.type === 'error' || message.payload?.errors) this.errors.push(text);
    const batch = message.payload?.data?.changes;
    if (!batch) return;
    this.frames.push(text);
    this.batches.push(batch);
    if (batch.snapshot) this.rows.clear();
    for (const { id, revision } of batch.rows) this.rows.set(id, revision);
    for (const id of batch.removed) this.rows.delete(id);
  }
}
