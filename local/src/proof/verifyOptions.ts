import { type KnownSeal, keyId, type TrustedSeals } from '@tocsin/domain/proof';
import { UserError } from '../userError.ts';
import { firstPublicKey } from './sealKeys.ts';
import { words } from './words/words.ts';

const usage = (sentence: string): UserError => new UserError(sentence, { exitCode: 2 });

/** `12:<hash>`. Throws a `UserError`. */
export function knownSealOf(text: string): KnownSeal {
  const [, number, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (number === undefined || hash === undefined) throw usage(words.knownInvalid(text));
  return { number: Number(number), hash };
}

/** A key's id, or that of the first public key in a file. Throws a `UserError`. */
export function keyIdOf(text: string): string {
  if (/^[0-9a-f]{64}$/.test(text)) return text;
  const key = firstPublicKey(text);
  if (!key) throw usage(words.keyInvalid(text));
  return keyId(key);
}

export const trustedSeals = (
  key: string | undefined,
  known: readonly string[] = [],
): TrustedSeals => ({
  ...(key !== undefined && { key: keyIdOf(key) }),
  known: known.map(knownSealOf),
});
