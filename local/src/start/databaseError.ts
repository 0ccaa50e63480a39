import { errorCode, UserError } from '../userError.ts';
import { withoutPassword } from '../withoutPassword.ts';
import { words } from '../words/words.ts';

/** What a database that can't be used is told as; anything else stays what it was. */
export function databaseError(error: unknown, url: string): unknown {
  const shown = withoutPassword(url);
  switch (errorCode(error)) {
    case 'SCHEMA_NEWER':
      return new UserError(words.databaseNewer(shown), { cause: error });
    case 'CHECKPOINT_BEYOND_LOG':
      return new UserError(words.databaseOfAnotherLog(shown), { cause: error });
    default:
      return error;
  }
}
