import { hash, randomBytes } from 'node:crypto';
import { canonicalJson } from '../codec/canonicalJson.ts';

/**
 * What stands in an event in place of a value that may later be left out: base64url of
 * SHA-256(salt ‖ canonical JSON of the value). Without its opening it tells nothing of the value.
 */
export interface FieldCommitment {
  readonly commitment: string;
}

/** What a commitment was made of. It travels beside what is hashed. */
export interface PlainOpening {
  /** 16 random bytes, base64url: 22 characters, so that nothing can be moved between it and the value. */
  readonly salt: string;
  readonly value: unknown;
}

const saltBytes = 16;

export const newSalt = (): string => randomBytes(saltBytes).toString('base64url');

export const commitmentOf = ({ salt, value }: PlainOpening): string =>
  hash('sha256', salt + canonicalJson(value), 'base64url');

/** The same of the bytes of both, one after the other. */
export const commitmentOfBytes = (saltAndValue: Uint8Array): string =>
  hash('sha256', saltAndValue, 'base64url');

export function commit(value: unknown): {
  readonly stored: FieldCommitment;
  readonly opening: PlainOpening;
} {
  const opening = { salt: newSalt(), value };
  return { stored: { commitment: commitmentOf(opening) }, opening };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

export const isCommitment = (value: unknown): value is FieldCommitment =>
  isObject(value) &&
  typeof value.commitment === 'string' &&
  /^[\w-]{43}$/.test(value.commitment) &&
  Object.keys(value).length === 1;

export const isPlainOpening = (value: unknown): value is PlainOpening =>
  isObject(value) &&
  typeof value.salt === 'string' &&
  /^[\w-]{22}$/.test(value.salt) &&
  'value' in value;

/** Whether an opening is the one that a commitment was made of. */
export const opens = ({ commitment }: FieldCommitment, opening: unknown): boolean =>
  isPlainOpening(opening) && commitmentOf(opening) === commitment;
