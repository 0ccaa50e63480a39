import { openStore, type Store, type StoreOptions } from '@tocsin/domain/store';
import { errorCode, UserError } from './userError.ts';
import { withoutPassword } from './withoutPassword.ts';
import { words } from './words/words.ts';

/** A store whose server has answered. Throws a `UserError` that names the server otherwise. */
export const openReachableStore = (
  connectionString: string,
  options?: StoreOptions,
): Promise<Store> =>
  openStore(connectionString, options).catch((error: unknown) => {
    throw unreachable(connectionString, error);
  });

const unreachable = (connectionString: string, error: unknown): UserError =>
  new UserError(
    words.eventStoreUnreachable(
      withoutPassword(connectionString),
      errorCode(error) ?? (error instanceof Error ? error.message : String(error)),
    ),
    { cause: error },
  );
