import type { Cursor } from '@tocsin/projections/queries';

/** A batch, executed and serialized once, for as many sockets as there are. */
export class Rendering {
  readonly cursor: Cursor;
  /** How often it was handed to a socket. */
  sent = 0;
  readonly #payload: string;
  readonly #frames = new Map<string, Buffer>();

  /** @param payload the GraphQL result as JSON */
  constructor(cursor: Cursor, payload: string) {
    this.cursor = cursor;
    this.#payload = payload;
  }

  /** The message of graphql-transport-ws for a subscription id; the same bytes for the same id. */
  frame(id: string): Buffer {
    const known = this.#frames.get(id);
    if (known) return known;
    const frame = Buffer.from(
      `{"id":${JSON.stringify(id)},"type":"next","payload":${this.#payload}}`,
    );
    this.#frames.set(id, frame);
    return frame;
  }
}
