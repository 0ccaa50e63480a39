/** Values of a subscription in which nothing depends on who looks: executed once for everybody. */
export class ForAll<Value extends object> implements AsyncIterable<Value> {
  readonly #values: AsyncGenerator<Value>;

  constructor(values: AsyncGenerator<Value>) {
    this.#values = values;
  }

  [Symbol.asyncIterator](): AsyncGenerator<Value> {
    return this.#values;
  }
}
