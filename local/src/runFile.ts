import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lockHolder } from '../bin/fileLock.mjs';
import { lockPath } from './dataFolder.ts';
import { writePrivateFile } from './writePrivateFile.ts';

/** Where the parts of a running instance are, for the other commands. */
export interface Running {
  readonly pid: number;
  /** esdb:// */
  readonly eventStore: string;
  /** postgresql:// with its password: the file is private. */
  readonly database: string;
  readonly gateway: string;
}

const runPath = (folder: string): string => join(folder, 'run.json');

export const writeRunFile = (folder: string, running: Running): void =>
  writePrivateFile(runPath(folder), `${JSON.stringify(running, null, 2)}\n`);

export const removeRunFile = (folder: string): void => rmSync(runPath(folder), { force: true });

/** The instance that runs on this data folder. What a killed one left behind doesn't count. */
export function readRunFile(folder: string): Running | undefined {
  const holder = lockHolder(lockPath(folder));
  if (holder === undefined) return undefined;
  try {
    const content: unknown = JSON.parse(readFileSync(runPath(folder), 'utf8'));
    return isRunning(content) && content.pid === holder ? content : undefined;
  } catch {
    return undefined;
  }
}

const isRunning = (content: unknown): content is Running =>
  typeof content === 'object' &&
  content !== null &&
  'pid' in content &&
  ['eventStore', 'database', 'gateway'].every(
    (key) => typeof (content as Record<string, unknown>)[key] === 'string',
  );
