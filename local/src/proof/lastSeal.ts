import { readFileSync } from 'node:fs';
import type { KnownSeal } from '@tocsin/domain/proof';
import { writePrivateFile } from '../writePrivateFile.ts';

/**
 * The newest seal, kept beside the key and so outside the log: a log whose end was cut off together
 * with its seals is known by it.
 */
const lastSealPath = (keyPath: string): string => `${keyPath}.last`;

export const keepLastSeal = (keyPath: string, { number, hash }: KnownSeal): void =>
  writePrivateFile(lastSealPath(keyPath), `${JSON.stringify({ number, hash })}\n`);

export function keptLastSeal(keyPath: string): KnownSeal | undefined {
  try {
    const kept: unknown = JSON.parse(readFileSync(lastSealPath(keyPath), 'utf8'));
    return isKnownSeal(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

const isKnownSeal = (value: unknown): value is KnownSeal =>
  typeof value === 'object' &&
  value !== null &&
  'number' in value &&
  Number.isSafeInteger(value.number) &&
  'hash' in value &&
  typeof value.hash === 'string';
