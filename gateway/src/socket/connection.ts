import type { WebSocket } from 'ws';
import type { GatewayParts, RequestContext } from '../context.ts';
import { type Language, message } from '../messages/index.ts';
import type { Viewer } from '../rules/index.ts';
import type { SignedIn } from '../session/sessions.ts';
import { Backlog } from './backlog.ts';
import { type CloseCode, closeCode } from './closeCode.ts';

/** How long a socket that was closed may take to be gone, in milliseconds. */
const lastWords = 2_000;
/** A socket with more bytes than this on their way is full, until there are few again. */
export const fullAt = 256 * 1024;
const drainedAt = 64 * 1024;
const text = { binary: false } as const;
/** The longest a timer can be set for. */
const longestTimer = 2 ** 31 - 1;

/** One console's socket: who is at it, in which language, and whether it keeps up. */
export class Connection {
  readonly #backlog = new Backlog();
  readonly #socket: WebSocket;
  readonly #parts: GatewayParts;
  readonly address: string;
  #language: Language = 'zh';
  #viewer: Viewer | undefined;
  #console: string | undefined;
  #expiry: NodeJS.Timeout | undefined;
  #ended = false;
  readonly #drained: (() => void)[] = [];
  readonly #taken = () => {
    if (this.#drained.length > 0 && this.buffered <= drainedAt) this.#letGo();
  };
  /** Has answered the last ping. */
  alive = true;

  constructor(parts: GatewayParts, socket: WebSocket, address: string) {
    this.#parts = parts;
    this.#socket = socket;
    this.address = address;
  }

  get language(): Language {
    return this.#language;
  }

  get account(): string | undefined {
    return this.#viewer?.account;
  }

  speak(language: Language): void {
    this.#language = language;
  }

  /** What the console calls itself. */
  call(console: string | undefined): void {
    this.#console = console;
  }

  /** The person at the console; the socket closes when the session ends. */
  admit({ viewer, expiresAt }: SignedIn): void {
    if (this.#ended) return;
    this.#viewer = viewer;
    const left = Math.min(expiresAt - Date.now(), longestTimer);
    this.#expiry = setTimeout(() => this.close(closeCode.unauthenticated), left);
  }

  /** What an operation on this socket knows; its viewer is always the present one. */
  context(): RequestContext {
    const viewer = () => this.#viewer;
    return {
      parts: this.#parts,
      language: this.#language,
      transport: 'socket',
      address: this.address,
      console: this.#console,
      get viewer() {
        return viewer();
      },
    };
  }

  send(data: string): Promise<void> {
    const socket = this.#socket;
    if (socket.readyState !== socket.OPEN) return Promise.resolve();
    this.#backlog.give(Buffer.byteLength(data));
    // An error here is followed by the socket's close, which ends what is sent on it.
    return new Promise((resolve) => {
      socket.send(data, () => {
        this.#taken();
        resolve();
      });
    });
  }

  /** Bytes that were given to the socket and not taken yet. */
  get buffered(): number {
    return this.#socket.bufferedAmount;
  }

  get isFull(): boolean {
    return this.buffered > fullAt;
  }

  /** Resolves once the socket takes more, or is gone. */
  drained(): Promise<void> {
    if (this.#ended || !this.isFull) return Promise.resolve();
    return new Promise((resolve) => this.#drained.push(resolve));
  }

  /** Sends a message that was made for many sockets. */
  push(frame: Buffer): void {
    const socket = this.#socket;
    if (socket.readyState !== socket.OPEN) return;
    this.#backlog.give(frame.length);
    // To be told of what is taken costs as much as the rest: only where it is waited for.
    if (this.buffered + frame.length <= drainedAt) socket.send(frame, text);
    else socket.send(frame, text, this.#taken);
  }

  close(code: CloseCode): void {
    const socket = this.#socket;
    if (socket.readyState !== socket.OPEN) return;
    this.#parts.metrics.socketsClosed.inc({ code });
    socket.close(code, this.#reason(code));
    setTimeout(() => socket.terminate(), lastWords).unref();
  }

  #reason(code: CloseCode): string {
    if (code === closeCode.unauthenticated) return message(this.#language, 'unauthenticated');
    if (code === closeCode.forbidden) return message(this.#language, 'forbidden');
    return '';
  }

  /** Closes a console that doesn't keep up; called every second. */
  watch(): void {
    if (this.#backlog.isTooSlow(performance.now(), this.buffered)) this.close(closeCode.tooSlow);
  }

  /** Ends a connection whose peer is gone, asks the others whether they are there. */
  ping(): void {
    if (!this.alive) this.#socket.terminate();
    this.alive = false;
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.ping();
  }

  /** Closes the socket of somebody whose appointment is no longer what it was at sign-in. */
  async review(): Promise<void> {
    const before = this.#viewer;
    if (!before) return;
    const now = await this.#parts.sessions.viewer(before.account);
    const { name: _, ...rights } = before;
    const { name: __, ...rightsNow } = now ?? { name: '' };
    if (JSON.stringify(rights) !== JSON.stringify(rightsNow)) this.close(closeCode.forbidden);
  }

  /** The socket is closed. */
  ended(): void {
    this.#ended = true;
    clearTimeout(this.#expiry);
    this.#viewer = undefined;
    this.#letGo();
  }

  #letGo(): void {
    for (const drained of this.#drained.splice(0)) drained();
  }
}
