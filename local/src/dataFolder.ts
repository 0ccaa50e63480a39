import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { lockHolder, takeLock } from '../bin/fileLock.mjs';
import { errorCode, UserError } from './userError.ts';
import { words } from './words/words.ts';
import { writePrivateFile } from './writePrivateFile.ts';

/** The layout of the folder; a higher number is one that this version can't read. */
const format = 1;

export interface DataFolder {
  readonly path: string;
  readonly eventStore: string;
  readonly postgres: string;
  readonly logs: string;
  /** Lets go of the lock; the folder may then be opened by another process. */
  close(): void;
}

/** `--data`, else TOCSIN_DATA, else `.data` in the folder of the command. */
export const dataFolderPath = (chosen?: string): string =>
  resolve(chosen ?? (process.env.TOCSIN_DATA || '.data'));

export const lockPath = (folder: string): string => join(folder, 'lock');

/**
 * Opens the data folder for this process alone, making it if need be. Throws a `UserError` when
 * another process has it, when a newer version wrote it, or when it can't be written.
 */
export function openDataFolder(path: string): DataFolder {
  const folder = {
    path,
    eventStore: join(path, 'eventstore'),
    postgres: join(path, 'postgres'),
    logs: join(path, 'logs'),
  };
  try {
    // Others may pass through (PostgreSQL runs under its own account when we are root), not look.
    makeFolder(path, 0o711);
    const release = takeLock(lockPath(path));
    if (release === undefined) {
      throw new UserError(words.dataFolderInUse(path, lockHolder(lockPath(path))));
    }
    try {
      checkFormat(path);
      makeFolder(folder.eventStore, 0o700);
      makeFolder(folder.logs, 0o700);
    } catch (error) {
      release();
      throw error;
    }
    return { ...folder, close: release };
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(words.dataFolderUnusable(path, errorCode(error) ?? String(error)));
  }
}

function makeFolder(path: string, mode: number): void {
  if (existsSync(path)) return;
  mkdirSync(path, { recursive: true, mode });
  chmodSync(path, mode);
}

function checkFormat(path: string): void {
  const file = join(path, 'tocsin.json');
  if (!existsSync(file)) {
    writePrivateFile(file, `${JSON.stringify({ format })}\n`);
    return;
  }
  const found = readFormat(file);
  if (found === undefined) throw new UserError(words.dataFolderUnreadable(file));
  if (found > format) throw new UserError(words.dataFolderNewer(path, found, format));
}

function readFormat(file: string): number | undefined {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof content === 'object' &&
      content !== null &&
      'format' in content &&
      typeof content.format === 'number'
      ? content.format
      : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
