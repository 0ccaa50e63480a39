import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { KeyStore, PersonalKey } from '@tocsin/domain';
import { errorCode, UserError } from '../userError.ts';
import { words } from './words/words.ts';

const keyBytes = 32;
/** A key in base64url; `#` takes the place of each of its characters when it is erased. */
const keyCharacters = 43;
const record = /^([\w.~-]{1,200}) ([\w-]{43})$/;
const erasedRecord = /^([\w.~-]{1,200}) (?=.{43}$)[\w#-]*#[\w#-]*$/;
/** What no incident is called. */
const digestId = 'digests.key';

const keyId = (incident: string, generation: number): string =>
  generation === 1 ? incident : `${incident}~${generation}`;

interface Waiting {
  readonly line: string;
  readonly done: () => void;
  readonly failed: (cause: unknown) => void;
}

/**
 * Keys in a file of lines `<id> <key>`, appended and synced before they are used; an erased one is
 * overwritten where it stands. Several processes may have it open: of two that draw a key for the
 * same id, the line that stands first counts. Every look reads the file, so that what one erased
 * is gone for all.
 */
export class FileKeyStore implements KeyStore {
  readonly digestKey: Uint8Array;
  readonly #lines: FileHandle;
  readonly #file: number;
  /** Where each id's key stands. */
  readonly #places = new Map<string, number>();
  #read = 0;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | undefined;
  #closed = false;

  private constructor(lines: FileHandle, file: number, digestKey: Uint8Array) {
    this.#lines = lines;
    this.#file = file;
    this.digestKey = digestKey;
  }

  /** Opens the file, making it if need be, for this user alone. Throws a `UserError`. */
  static async open(path: string): Promise<FileKeyStore> {
    try {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      const lines = await open(path, 'a', 0o600);
      const file = openSync(path, 'r+');
      syncFolder(dirname(path));
      const digestKey = new Uint8Array(keyBytes);
      const store = new FileKeyStore(lines, file, digestKey);
      digestKey.set((await store.#drawn(digestId)) ?? []);
      return store;
    } catch (error) {
      throw new UserError(words.unusable(path, errorCode(error) ?? String(error)), {
        cause: error,
      });
    }
  }

  async current(incident: string): Promise<PersonalKey> {
    for (let generation = 1; ; generation += 1) {
      const id = keyId(incident, generation);
      const bytes = await this.#drawn(id);
      if (bytes) return { id, bytes };
    }
  }

  find(id: string): Uint8Array | 'erased' | undefined {
    if (!this.#places.has(id)) this.#readOn();
    const place = this.#places.get(id);
    if (place === undefined) return undefined;
    const text = this.#textAt(place, keyCharacters);
    return text.includes('#') ? 'erased' : Buffer.from(text, 'base64url');
  }

  async erase(ids: readonly string[]): Promise<void> {
    const gone = Buffer.alloc(keyCharacters, '#');
    for (const id of ids) {
      if (this.find(id) === undefined) continue;
      const place = this.#places.get(id);
      if (place !== undefined) writeSync(this.#file, gone, 0, gone.length, place);
    }
    fsyncSync(this.#file);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#writing;
    await this.#lines.close();
    closeSync(this.#file);
  }

  /** The key of an id, drawn if there was none; undefined for an erased one. */
  async #drawn(id: string): Promise<Uint8Array | undefined> {
    const known = this.find(id);
    if (known === undefined) await this.#append(id, randomBytes(keyBytes).toString('base64url'));
    const found = known ?? this.find(id);
    return found === 'erased' ? undefined : found;
  }

  /** Resolves once the line is on disk; those that wait meanwhile share the next sync. */
  #append(id: string, key: string): Promise<void> {
    return new Promise((done, failed) => {
      // What a crash left of the line before ends here.
      this.#waiting.push({ line: `\n${id} ${key}\n`, done, failed });
      this.#writing ??= this.#write().finally(() => {
        this.#writing = undefined;
      });
    });
  }

  async #write(): Promise<void> {
    while (this.#waiting.length > 0) {
      const group = this.#waiting;
      this.#waiting = [];
      try {
        await this.#lines.appendFile(group.map(({ line }) => line).join(''));
        await this.#lines.sync();
        for (const { done } of group) done();
      } catch (cause) {
        for (const { failed } of group) failed(cause);
      }
    }
  }

  /** Takes in the lines that were appended since, by whichever process. */
  #readOn(): void {
    const size = 64 * 1024;
    for (;;) {
      const text = this.#textAt(this.#read, size);
      const end = text.lastIndexOf('\n');
      if (end < 0) return;
      let at = this.#read;
      for (const line of text.slice(0, end).split('\n')) {
        this.#take(line, at);
        at += line.length + 1;
      }
      this.#read += end + 1;
    }
  }

  #take(line: string, at: number): void {
    const id = (record.exec(line) ?? erasedRecord.exec(line))?.[1];
    if (id !== undefined && !this.#places.has(id)) this.#places.set(id, at + id.length + 1);
  }

  #textAt(place: number, length: number): string {
    // Its number may be another file's by now.
    if (this.#closed) throw new Error('the key store was closed');
    const bytes = Buffer.alloc(length);
    return bytes.toString('latin1', 0, readSync(this.#file, bytes, 0, length, place));
  }
}

/** So that a new file is there after a crash as well. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
