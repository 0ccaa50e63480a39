import { createHash, type KeyObject, sign } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readdirSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import {
  type BundleFile,
  bundleFiles,
  type Manifest,
  manifestText,
  publicKeyText,
} from '@tocsin/domain/proof';
import { errorCode, UserError } from '../userError.ts';
import { words } from './words/words.ts';

const bufferedCharacters = 256 * 1024;

/** A file of a bundle while it is written; memory is flat. */
export class BundleFileWriter {
  readonly #file: number;
  readonly #name: string;
  readonly #digest = createHash('sha256');
  #bytes = 0;
  #waiting: string[] = [];
  #characters = 0;

  constructor(folder: string, name: string) {
    this.#file = openSync(join(folder, name), 'wx');
    this.#name = name;
  }

  line(text: string): void {
    this.#waiting.push(text, '\n');
    this.#characters += text.length;
    if (this.#characters > bufferedCharacters) this.#flush();
  }

  end(): BundleFile {
    this.#flush();
    closeSync(this.#file);
    return { name: this.#name, bytes: this.#bytes, sha256: this.#digest.digest('hex') };
  }

  #flush(): void {
    const bytes = Buffer.from(this.#waiting.join(''));
    this.#waiting = [];
    this.#characters = 0;
    for (let written = 0; written < bytes.length; )
      written += writeSync(this.#file, bytes, written);
    this.#digest.update(bytes);
    this.#bytes += bytes.length;
  }
}

/** A bundle while it is written, into a folder of its own. */
export class BundleWriter {
  readonly folder: string;
  readonly #open: BundleFileWriter[] = [];
  readonly #files: BundleFile[] = [];

  /** Throws a `UserError` where the folder can't be made or is not empty. */
  constructor(folder: string) {
    this.folder = folder;
    try {
      mkdirSync(folder, { recursive: true });
    } catch (error) {
      throw new UserError(words.folderUnusable(folder, errorCode(error) ?? String(error)));
    }
    if (readdirSync(folder).length > 0) throw new UserError(words.folderNotEmpty(folder));
  }

  file(name: string): BundleFileWriter {
    const file = new BundleFileWriter(this.folder, name);
    this.#open.push(file);
    return file;
  }

  whole(name: string, text: string): void {
    const file = new BundleFileWriter(this.folder, name);
    file.line(text.replace(/\n$/, ''));
    this.#files.push(file.end());
  }

  /** Writes the manifest, signed if there is a key. */
  finish(manifest: Omit<Manifest, 'format' | 'version' | 'files'>, key?: KeyObject): void {
    const files = [...this.#open.map((file) => file.end()), ...this.#files];
    const whole: Manifest = { format: 'tocsin-bundle', version: 1, ...manifest, files };
    const text = `${JSON.stringify(whole, null, 2)}\n`;
    writeFileSync(join(this.folder, bundleFiles.manifest), text);
    if (!key) return;
    const signature = sign(null, Buffer.from(manifestText(text)), key).toString('base64');
    const signed = { publicKey: publicKeyText(key), signature };
    writeFileSync(join(this.folder, bundleFiles.signature), `${JSON.stringify(signed)}\n`);
  }
}
