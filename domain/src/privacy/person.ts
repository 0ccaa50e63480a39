import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { canonicalJson } from '../codec/canonicalJson.ts';
import type { Person, Protected, Reporter } from '../incident/intake/events.ts';
import { commitmentOf, isPlainOpening, newSalt, opens, type PlainOpening } from './commitment.ts';
import { incidentOfKey, type KeyStore, type PersonalKey } from './keyStore.ts';
import type { EncryptedOpening } from './openings.ts';

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;
/** Ciphertexts come in lengths of this many bytes, so that they don't tell how long a name is. */
const blockBytes = 128;

export const isNamed = ({ name, phone, address }: Reporter): boolean =>
  name !== undefined || phone !== undefined || address !== undefined;

/** A person, committed to and encrypted: base64url of iv ‖ ciphertext ‖ tag. */
export function protectPerson(value: Person, { id, bytes }: PersonalKey): Protected {
  const opening = { salt: newSalt(), value };
  const json = Buffer.from(canonicalJson(opening));
  const padded = Buffer.alloc(Math.ceil(json.length / blockBytes) * blockBytes, ' ');
  json.copy(padded);
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, bytes, iv).setAAD(Buffer.from(id));
  const whole = [iv, cipher.update(padded), cipher.final(), cipher.getAuthTag()];
  const ciphertext = Buffer.concat(whole).toString('base64url');
  return { commitment: commitmentOf(opening), key: id, ciphertext };
}

/** Undefined where the key does not fit, or the ciphertext was changed. */
export function decrypted(
  { key, ciphertext }: EncryptedOpening,
  bytes: Uint8Array,
): PlainOpening | undefined {
  const whole = Buffer.from(ciphertext, 'base64url');
  if (whole.length < ivBytes + tagBytes) return undefined;
  try {
    const decipher = createDecipheriv(algorithm, bytes, whole.subarray(0, ivBytes))
      .setAAD(Buffer.from(key))
      .setAuthTag(whole.subarray(-tagBytes));
    const plain = decipher.update(whole.subarray(ivBytes, -tagBytes));
    const opening: unknown = JSON.parse(Buffer.concat([plain, decipher.final()]).toString());
    return isPlainOpening(opening) ? opening : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Who reported, as far as that can be told: nobody was named, the person, the key was erased, the
 * key is not at hand, or it was left out or changed.
 */
export type Caller =
  | { readonly state: 'none' }
  | { readonly state: 'kept'; readonly person: Person; readonly encrypted: boolean }
  | { readonly state: 'erased' | 'keyMissing' | 'unreadable' };

export type CallerState = Caller['state'];

/** Opens who reported. Before there were keys, persons were recorded in clear. */
export function callerOf({ protected: kept, ...person }: Reporter, keys?: KeyStore): Caller {
  if (!kept)
    return isNamed(person) ? { state: 'kept', person, encrypted: false } : { state: 'none' };
  const { key, ciphertext, commitment } = kept;
  if (key === undefined || ciphertext === undefined) return { state: 'unreadable' };
  const bytes = keys?.find(key);
  if (bytes === undefined) return { state: 'keyMissing' };
  if (bytes === 'erased') return { state: 'erased' };
  const opening = decrypted({ key, ciphertext }, bytes);
  if (!opens({ commitment }, opening)) return { state: 'unreadable' };
  return { state: 'kept', person: opening?.value as Person, encrypted: true };
}

/** The person under the incident's own key, whatever it was under; what can't be opened stays as it is. */
export function underKey(reporter: Reporter, key: PersonalKey, keys: KeyStore): Reporter {
  const under = reporter.protected?.key;
  if (under !== undefined && incidentOfKey(under) === incidentOfKey(key.id)) return reporter;
  const caller = callerOf(reporter, keys);
  return caller.state === 'kept' ? { protected: protectPerson(caller.person, key) } : reporter;
}
