import { openStore, type Store, type StoreOptions } from '@tocsin/domain/store';
import { openKeys } from './keys/openKeys.ts';
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

/** The same with the keys to personal data that lie in the data folder, or where TOCSIN_KEY_STORE says. */
export async function openKeptStore(
  connectionString: string,
  dataDir: string,
  options: StoreOptions = {},
): Promise<Store> {
  const keys = await openKeys(dataDir);
  return openReachableStore(connectionString, { ...options, keys }).catch(
    async (error: unknown) => {
      await keys.close();
      throw error;
    },
  );
}

const unreachable = (connectionString: string, error: unknown): UserError =>
  new UserError(
    words.eventStoreUnreachable(
      withoutPassword(connectionString),
      errorCode(error) ?? (error instanceof Error ? error.message : String(error)),
    ),
    { cause: error },
  );
