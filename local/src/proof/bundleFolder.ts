import { createHash } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import type { BundleSource } from '@tocsin/domain/proof';

const chunkBytes = 256 * 1024;

/** A bundle in a folder. Files are read piece by piece: memory is flat. */
export const bundleFolder = (folder: string): BundleSource => ({
  names: () =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)),
  text: (name) => orMissing(() => readFileSync(join(folder, name), 'utf8')),
  sha256: (name) =>
    orMissing(() => {
      const digest = createHash('sha256');
      for (const chunk of chunks(join(folder, name))) digest.update(chunk);
      return digest.digest('hex');
    }),
  lines: (name) => lines(join(folder, name)),
});

function orMissing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function* chunks(path: string): Generator<Buffer> {
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafe(chunkBytes);
      const count = readSync(file, chunk, 0, chunkBytes, null);
      if (count === 0) return;
      yield chunk.subarray(0, count);
    }
  } finally {
    closeSync(file);
  }
}

/** The lines of a file, without their ends; none where there is no such file. */
function* lines(path: string): Generator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  try {
    for (const chunk of chunks(path)) {
      const parts = (rest + decoder.write(chunk)).split('\n');
      rest = parts.pop() ?? '';
      yield* parts;
    }
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  if (rest !== '') yield rest;
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';
