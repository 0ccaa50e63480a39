import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { errorCode } from './userError.ts';
import { writePrivateFile } from './writePrivateFile.ts';

/** The 32 random bytes kept at `path`, drawn once. Only this user can read the file. */
export function secret(path: string): Uint8Array {
  try {
    const kept = readFileSync(path);
    if (kept.length === 32) return kept;
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
  const drawn = randomBytes(32);
  writePrivateFile(path, drawn);
  return drawn;
}
