import { randomUUID } from 'node:crypto';
import type { Actor, CommandMeta } from '@tocsin/domain';
import type { Outcome, Store } from '@tocsin/domain/store';
import { UserError } from '../userError.ts';
import type { Changes } from './changes.ts';
import type { ProfileFile } from './profileFile.ts';
import { words } from './words/words.ts';

const actor: Actor = { kind: 'system', id: 'system:profile', name: 'City profile' };

/** An adoption under way. */
export interface Adoption {
  readonly store: Store;
  readonly file: ProfileFile;
  readonly changes: Changes;
  /** What the profile brought in before, whatever has become of it. */
  readonly before: { readonly units: ReadonlySet<string>; readonly accounts: ReadonlySet<string> };
  /** Something to tell the person at the keyboard. */
  readonly note: (text: string) => void;
  /** Work on all of them, some at a time; progress is told after each. */
  eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void>;
}

/** Each adoption decides anew: a command that was answered once would not be decided again. */
export const newMeta = (): CommandMeta => ({ commandId: randomUUID(), actor });

/** Whether anything was recorded. Throws a `UserError` when it was refused. */
export function accepted(outcome: Outcome, what: string): boolean {
  if (outcome.kind === 'accepted') return outcome.events > 0;
  if (outcome.kind === 'conflict') throw new Error('a conflict without an expected revision');
  const { rejected, field = '' } = outcome.rejection;
  throw new UserError(words.refused(what, rejected, field));
}
