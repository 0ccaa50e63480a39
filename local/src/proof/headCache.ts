import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ChangedHead, Head, KnownSeal } from '@tocsin/domain/proof';
import { type Database, open, type RootDatabase } from 'lmdb';

/**
 * The heads of all streams as the newest seal has them, on disk, so that the sealer and an export
 * needn't read the whole log. It proves nothing: what comes of it must give the seal's own root.
 */
export class HeadCache {
  readonly #root: RootDatabase;
  readonly #readOnly: boolean;
  readonly #heads: Database<readonly [number, string], string>;
  readonly #meta: Database<KnownSeal, string>;

  constructor(path: string, options: { readonly readOnly?: boolean } = {}) {
    mkdirSync(dirname(path), { recursive: true });
    this.#root = open({ path, encoding: 'json', ...options });
    this.#readOnly = options.readOnly === true;
    this.#heads = this.#root.openDB({ name: 'heads', encoding: 'json' });
    this.#meta = this.#root.openDB({ name: 'meta', encoding: 'json' });
  }

  /** The seal that the heads are as of. */
  get seal(): KnownSeal | undefined {
    return this.#meta.get('seal');
  }

  *heads(): Generator<Head> {
    for (const { key: stream, value } of this.#heads.getRange()) {
      const [revision, hash] = value;
      yield { stream, revision, hash };
    }
  }

  /** What a new seal changes, at once. */
  async save({ number, hash }: KnownSeal, changed: Iterable<ChangedHead>): Promise<void> {
    if (this.#readOnly) return;
    await this.#root.transaction(() => {
      for (const [stream, revision, head] of changed) this.#heads.put(stream, [revision, head]);
      this.#meta.put('seal', { number, hash });
    });
  }

  clear(): void {
    if (this.#readOnly) return;
    this.#heads.clearSync();
    this.#meta.clearSync();
  }

  close(): Promise<void> {
    return this.#root.close();
  }
}
