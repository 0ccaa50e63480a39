import { openStore, type Store } from '@tocsin/domain/store';
import { errorCode, UserError } from './userError.ts';
import { withoutPassword } from './withoutPassword.ts';
import { words } from './words/words.ts';

/** A store whose server has answered. Throws a `UserError` that names the server otherwise. */
export async function openReachableStore(connectionString: string): Promise<Store> {
  const store = await openStore(connectionString).catch((error: unknown) => {
    throw unreachable(connectionString, error);
  });
  try {
    await store.ping();
    return store;
  } catch (error) {
    await store.close();
    throw unreachable(connectionString, error);
  }
}

const unreachable = (connectionString: string, error: unknown): UserError =>
  new UserError(
    words.eventStoreUnreachable(
      withoutPassword(connectionString),
      errorCode(error) ?? (error instanceof Error ? error.message : String(error)),
    ),
    { cause: error },
  );
