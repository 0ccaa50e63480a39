import { join } from 'node:path';
import type { KeyStore } from '@tocsin/domain';
import { FileKeyStore } from './fileKeyStore.ts';

export const keyStorePath = (dataDir: string): string =>
  process.env.TOCSIN_KEY_STORE || join(dataDir, 'keys', 'personal.keys');

/** The keys to personal data. Throws a `UserError` where they can't be used. */
export const openKeys = (dataDir: string): Promise<KeyStore> =>
  FileKeyStore.open(keyStorePath(dataDir));
