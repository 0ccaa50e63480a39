import { join } from 'node:path';
import type { DataFolder } from '../dataFolder.ts';
import type { ReadProfile } from '../profile/readProfile.ts';
import { words } from '../words/words.ts';
import type { Closers } from './closeAll.ts';
import type { Member } from './forkPart.ts';
import { keepAlive } from './keepAlive.ts';
import type { Settings } from './settings.ts';
import type { Terminal } from './terminal.ts';

export interface Boot {
  readonly settings: Settings;
  readonly dataDir: string;
  /** The profile that was named; else the demo city's where it belongs. */
  readonly profile?: ReadProfile;
  readonly terminal: Terminal;
  /** Aborted when the start is to stop; then the step under way is the last. */
  readonly signal: AbortSignal;
  /** What was started, oldest first; the caller closes it in reverse, however the boot ends. */
  readonly closers: Closers;
}

/** Keeps a part alive, says on the terminal when it ended, and gives how to end it for good. */
export function watched(
  { terminal }: Boot,
  folder: DataFolder,
  name: keyof typeof words.parts,
  first: Member,
  again: (signal: AbortSignal) => Promise<Member>,
): () => Promise<void> {
  const part = words.parts[name];
  const log = join(folder.logs, `${name}.log`);
  return keepAlive(first, again, {
    onEnd: (how, seconds) => terminal.say(words.partEnded(part, how, seconds, log)),
    onBack: () => terminal.say(words.partBack(part)),
  });
}
