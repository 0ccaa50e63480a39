import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerWritableStream } from '@grpc/grpc-js';

/** Responses of Read go out as bytes: stored events are kept in the form that a reader gets. */
export type ReadCall = ServerWritableStream<ReadReq, Buffer>;

/** Writes to a reader no faster than it reads. */
export class Outlet {
  readonly #call: ReadCall;
  readonly #encode: (message: Buffer) => Buffer;
  #open = true;
  #wake: (() => void) | undefined;

  /** `encode` is applied to stored events. */
  constructor(call: ReadCall, encode: (message: Buffer) => Buffer) {
    this.#call = call;
    this.#encode = encode;
    const close = (): void => {
      this.#open = false;
      this.#wake?.();
    };
    call.on('cancelled', close);
    call.on('close', close);
    call.on('error', close);
    call.on('drain', () => this.#wake?.());
  }

  get open(): boolean {
    return this.#open && !this.#call.cancelled;
  }

  /** False when the reader is behind: then wait for `ready` before the next. */
  event(message: Buffer): boolean {
    return this.#call.write(this.#encode(message));
  }

  async control(message: Buffer): Promise<void> {
    if (this.open && !this.#call.write(message)) await this.ready();
  }

  /** Resolves when the reader has caught up with what was written, or is gone. */
  async ready(): Promise<void> {
    while (this.open && this.#call.writableNeedDrain) {
      await this.pauseFor((wake) => {
        this.#wake = wake;
      });
    }
    this.#wake = undefined;
  }

  /** Waits until `arrange`'s callback is called or the reader is gone. */
  pauseFor(arrange: (wake: () => void) => void): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
      arrange(resolve);
    });
  }
}
