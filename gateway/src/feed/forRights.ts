/**
 * Values of a subscription in which nothing depends on who looks but for what that person may see:
 * executed once for everybody with the same rights.
 */
export class ForRights<Value extends object> implements AsyncIterable<Value> {
  readonly #values: AsyncGenerator<Value>;

  constructor(values: AsyncGenerator<Value>) {
    this.#values = values;
  }

  [Symbol.asyncIterator](): AsyncGenerator<Value> {
    return this.#values;
  }
}
