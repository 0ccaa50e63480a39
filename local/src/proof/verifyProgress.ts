import type { ChainLink } from '@tocsin/domain/proof';
import { words } from './words/words.ts';

const everyMs = 2_000;

/** Says on standard error, every two seconds, how far it has come. */
export class VerifyProgress {
  readonly #shown: boolean;
  #events = 0;
  #begun = 0;
  #told = 0;

  constructor(shown: boolean) {
    this.#shown = shown;
  }

  begin(what: string): void {
    this.#begun = performance.now();
    this.#told = this.#begun;
    if (this.#shown) process.stderr.write(`${words.checking(what)}\n`);
  }

  async *counted(
    batches: Iterable<ChainLink[]> | AsyncIterable<ChainLink[]>,
  ): AsyncGenerator<ChainLink[]> {
    for await (const batch of batches) {
      yield batch;
      this.#events += batch.length;
      if (performance.now() - this.#told > everyMs) this.#say();
    }
  }

  end(): void {
    if (this.#told > this.#begun) this.#say();
  }

  #say(): void {
    this.#told = performance.now();
    const rate = Math.round((this.#events * 1_000) / (this.#told - this.#begun));
    if (this.#shown) process.stderr.write(`  ${words.progress(this.#events, rate)}\n`);
  }
}
