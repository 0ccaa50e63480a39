import type { Protected } from '../incident/intake/events.ts';
import { commit, isCommitment, isPlainOpening, type PlainOpening } from './commitment.ts';
import { type Field, redactableFields } from './redactable.ts';

/** The opening of a person's commitment, as only who has the key can read it. */
export interface EncryptedOpening {
  /** The id of the key. */
  readonly key: string;
  readonly ciphertext: string;
}

export type Opening = PlainOpening | EncryptedOpening;
/** By the path of the field. */
export type Openings = Readonly<Record<string, Opening>>;

type Data = Readonly<Record<string, unknown>>;

/** What is shown in place of a text that was left out. */
export const redactedText = '█████';

const isObject = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isEncryptedOpening = (value: unknown): value is EncryptedOpening =>
  isObject(value) && typeof value.key === 'string' && typeof value.ciphertext === 'string';

function valueAt(data: unknown, keys: readonly string[]): unknown {
  let value = data;
  for (const key of keys) value = isObject(value) ? value[key] : undefined;
  return value;
}

function withValue(data: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (!isObject(data)) return data;
  return { ...data, [key]: withValue(data[key], rest, value) };
}

interface Stored {
  readonly stored: unknown;
  readonly opening: Opening | undefined;
}

const protectedIn = (value: unknown): Protected | undefined =>
  isObject(value) && isObject(value.protected)
    ? (value.protected as unknown as Protected)
    : undefined;

/** What is stored of a field's value; undefined where that is the value itself. */
function storedOf({ kind }: Field, value: unknown): Stored | undefined {
  if (kind === 'person') {
    const person = protectedIn(value);
    if (!person) return undefined;
    const { commitment, key, ciphertext } = person;
    const whole = key !== undefined && ciphertext !== undefined;
    return { stored: { commitment }, opening: whole ? { key, ciphertext } : undefined };
  }
  const holds = kind === 'text' ? typeof value === 'string' && value !== '' : isFilledList(value);
  return holds ? commit(value) : undefined;
}

const isFilledList = (value: unknown): boolean => Array.isArray(value) && value.length > 0;

/** The data without the persons whom they name. */
export function withoutPersons<D extends object>(stream: string, type: string, data: D): D {
  let rest: unknown = data;
  for (const { kind, keys } of redactableFields(stream, type))
    if (kind === 'person' && valueAt(data, keys) !== undefined) rest = withValue(rest, keys, {});
  return rest as D;
}

/** An event's data with commitments in place of what can be left out, and what they were made of. */
export function committed(
  stream: string,
  type: string,
  data: object,
): { readonly data: object; readonly openings: Openings | undefined } {
  let stored: unknown = data;
  let openings: Record<string, Opening> | undefined;
  for (const field of redactableFields(stream, type)) {
    const one = storedOf(field, valueAt(data, field.keys));
    if (!one) continue;
    stored = withValue(stored, field.keys, one.stored);
    if (!one.opening) continue;
    openings ??= {};
    openings[field.path] = one.opening;
  }
  return { data: stored as object, openings };
}

/** The value that a commitment stands for; where its opening is not there, what stands for that. */
function openedOf({ kind }: Field, commitment: string, opening: unknown): unknown {
  if (kind === 'person') {
    if (isPlainOpening(opening)) return opening.value;
    // An export says why a person is not in it.
    if (isObject(opening) && typeof opening.withheld === 'string')
      return { protected: { commitment, withheld: opening.withheld } };
    if (!isEncryptedOpening(opening)) return { protected: { commitment } };
    const { key, ciphertext } = opening;
    return { protected: { commitment, key, ciphertext } };
  }
  const value = isPlainOpening(opening) ? opening.value : undefined;
  if (kind === 'list') return Array.isArray(value) ? value : [];
  return typeof value === 'string' ? value : redactedText;
}

/** The data as they were before their fields were committed to, as far as the openings are there. */
export function opened(stream: string, type: string, data: Data, openings: unknown): Data {
  let plain: unknown = data;
  for (const field of redactableFields(stream, type)) {
    const value = valueAt(data, field.keys);
    if (!isCommitment(value)) continue;
    const opening = isObject(openings) ? openings[field.path] : undefined;
    plain = withValue(plain, field.keys, openedOf(field, value.commitment, opening));
  }
  return plain as Data;
}
