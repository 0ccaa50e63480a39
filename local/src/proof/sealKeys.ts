import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { publicKeyText } from '@tocsin/domain/proof';
import { errorCode, UserError } from '../userError.ts';
import { writePrivateFile } from '../writePrivateFile.ts';
import { words } from './words/words.ts';

/** Where the sealing key is: TOCSIN_SEAL_KEY_FILE, else `seal.key` in the data folder. */
export const sealKeyPath = (dataDir: string): string =>
  resolve(process.env.TOCSIN_SEAL_KEY_FILE || join(dataDir, 'seal.key'));

export const publicKeyPath = (path: string): string => `${path}.pub`;

const drawn = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

/**
 * The private keys of the file, the one in use last; one is drawn where there is no file. The file
 * is this user's alone; beside it, in `<file>.pub`, stand the public keys, the first one first, for whoever verifies.
 */
export function sealKeys(path: string): readonly KeyObject[] {
  const text = readKeys(path) ?? writeKeys(path, drawn());
  return parsed(path, text);
}

/** Adds a new key, which seals from the next start on; the keys before it stay in the file. */
export function addSealKey(path: string): readonly KeyObject[] {
  return parsed(path, writeKeys(path, (readKeys(path) ?? '') + drawn()));
}

/** The first public key of a `.pub` file, base64: what the first seal is signed with. */
export function firstPublicKey(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim().split(/\s+/)[0];
  } catch {
    return undefined;
  }
}

function readKeys(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw new UserError(words.keyUnusable(path, errorCode(error) ?? String(error)));
  }
}

function writeKeys(path: string, text: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writePrivateFile(path, text);
  const publicKeys = parsed(path, text).map(publicKeyText);
  writePrivateFile(publicKeyPath(path), `${publicKeys.join('\n')}\n`);
  return text;
}

function parsed(path: string, text: string): readonly KeyObject[] {
  const blocks = text.match(/-----BEGIN PRIVATE KEY-----[^-]*-----END PRIVATE KEY-----/g) ?? [];
  try {
    const keys = blocks.map((pem) => createPrivateKey(pem));
    if (keys.length > 0 && keys.every(({ asymmetricKeyType: type }) => type === 'ed25519'))
      return keys;
  } catch (cause) {
    throw new UserError(words.keyUnusable(path, 'PEM'), { cause });
  }
  throw new UserError(words.keyUnusable(path, 'Ed25519'));
}
