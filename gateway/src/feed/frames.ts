/** A result, executed and serialized once, as the messages that carry it to many sockets. */
export class Frames {
  readonly #payload: string;
  readonly #frames = new Map<string, Buffer>();

  /** @param payload the GraphQL result as JSON */
  constructor(payload: string) {
    this.#payload = payload;
  }

  /** The message of graphql-transport-ws for a subscription id; the same bytes for the same id. */
  of(id: string): Buffer {
    const known = this.#frames.get(id);
    if (known) return known;
    const frame = Buffer.from(
      `{"id":${JSON.stringify(id)},"type":"next","payload":${this.#payload}}`,
    );
    this.#frames.set(id, frame);
    return frame;
  }
}
