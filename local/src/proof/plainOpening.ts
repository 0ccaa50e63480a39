import { commitmentOfBytes } from '@tocsin/domain/proof';
import { ascii, JoinedBytes, standsAt } from './joinedBytes.ts';
import type { Range } from './recordedEvent.ts';

const [quote, comma, backslash, opening, closing, openingList, closingList] = ascii('",\\{}[]');
const firstPrintable = 0x20;
const saltCharacters = 22;
const commitmentCharacters = 43;
const begin = ascii('{"');
const beforeSalt = ascii('":{"salt":"');
const beforeValue = ascii('","value":"');
const end = ascii('"}}');
export const commitmentMember = ascii('{"commitment":"');
const beforeMember = ascii('":');
export const commitmentEnd = ascii('"}');
/** Those of an object that is a commitment. */
export const commitmentBytes =
  commitmentMember.length + commitmentCharacters + commitmentEnd.length;

const joined = new JoinedBytes();

/** Letters, digits, `_` and `-`. */
const isWord: readonly boolean[] = Array.from({ length: 256 }, (_, code) =>
  /[\w-]/.test(String.fromCharCode(code)),
);

/** Where the first byte stands, from a place on, that is none of these; `last` where there is none. */
function wordEnd(bytes: Buffer, from: number, last: number): number {
  let at = from;
  while (at < last && isWord[bytes[at] ?? 0]) at += 1;
  return at;
}

/** Where a JSON text that stands there without any escape ends; undefined where it has one. */
function textEnd(bytes: Buffer, from: number, last: number): number | undefined {
  for (let at = from; at < last; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === quote) return at;
    if (byte === backslash || byte < firstPrintable) return undefined;
  }
  return undefined;
}

/** Whether a place in canonical JSON is within its object itself, and not deeper or in a text. */
function isOutermost(bytes: Buffer, start: number, place: number): boolean {
  let depth = 0;
  let inText = false;
  for (let at = start; at < place; at += 1) {
    const byte = bytes[at];
    if (inText && byte === backslash) at += 1;
    else if (byte === quote) inText = !inText;
    else if (inText) continue;
    else if (byte === opening || byte === openingList) depth += 1;
    else if (byte === closing || byte === closingList) depth -= 1;
  }
  return depth === 1 && !inText;
}

/**
 * Whether the only commitment in an event's data is that of the only opening beside it, where both
 * have the form that nearly all have: a member of the data itself, and a text that JSON need not
 * escape. False says nothing: they are then looked at as JSON.
 *
 * @param member where the commitment's object stands
 * @param openings the JSON of the openings
 */
export function opensAsBytes(
  bytes: Buffer,
  data: Range,
  member: number,
  [start, last]: Range,
): boolean {
  if (!standsAt(bytes, start, begin)) return false;
  const name = start + begin.length;
  const nameEnd = wordEnd(bytes, name, last);
  const salt = nameEnd + beforeSalt.length;
  const saltEnd = salt + saltCharacters;
  const value = saltEnd + beforeValue.length;
  if (!standsAt(bytes, nameEnd, beforeSalt) || !standsAt(bytes, saltEnd, beforeValue)) return false;
  if (wordEnd(bytes, salt, saltEnd) < saltEnd) return false;
  const valueEnd = textEnd(bytes, value, last);
  if (valueEnd === undefined || valueEnd + end.length !== last) return false;
  if (!standsAt(bytes, valueEnd, end)) return false;
  const field = member - beforeMember.length - (nameEnd - name);
  if (!isMember(bytes, data, [field, field + nameEnd - name], [name, nameEnd])) return false;
  joined.begin(saltCharacters + valueEnd - value + 2);
  joined.add(bytes, salt, saltEnd);
  joined.add(bytes, value - 1, valueEnd + 1);
  const at = member + commitmentMember.length;
  const commitment = bytes.toString('latin1', at, at + commitmentCharacters);
  return commitmentOfBytes(joined.bytes) === commitment;
}

/** Whether a member of the data itself stands there that has a given name. */
function isMember(
  bytes: Buffer,
  [start]: Range,
  [field, fieldEnd]: Range,
  [name, nameEnd]: Range,
): boolean {
  if (field - 2 < start || bytes[field - 1] !== quote) return false;
  const before = bytes[field - 2];
  if (before !== comma && before !== opening) return false;
  if (!standsAt(bytes, fieldEnd, beforeMember)) return false;
  return (
    bytes.compare(bytes, field, fieldEnd, name, nameEnd) === 0 &&
    isOutermost(bytes, start, field - 1)
  );
}
