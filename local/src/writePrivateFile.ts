import { renameSync, writeFileSync } from 'node:fs';

/** Writes a file that only this user can read; a reader sees the old content or the new one. */
export function writePrivateFile(path: string, content: string | Uint8Array): void {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, content, { mode: 0o600, flush: true });
  renameSync(draft, path);
}
