import { hash } from 'node:crypto';
import type { ChainLink, ChecksOpenings } from '@tocsin/domain/proof';
import { ascii, JoinedBytes, standsAt } from './joinedBytes.ts';
import { commitmentBytes, commitmentEnd, commitmentMember, opensAsBytes } from './plainOpening.ts';
import type { Range, RecordedEvent } from './recordedEvent.ts';

const hashDigits = 64;
/** `,"hash":"…"}`, as the metadata of an event ends. */
const hashMember = ascii(',"hash":"');
const hashEnd = ascii('"}');
const [opening, closing] = ascii('{}');
const endBytes = hashMember.length + hashDigits + hashEnd.length;
const openingsMember = ascii('","openings":');
const previousMember = ascii('"previousHash":"');
/** From there to the end of what is hashed of the metadata, with a hash of 64 digits and a schema of one. */
const usualDistance =
  previousMember.length +
  hashDigits +
  '","recordedAt":"2026-01-01T00:00:00.000Z","schema":1'.length;

const beforeData = ascii('{"data":');
const beforeId = ascii(',"id":"');
const beforeMetadata = ascii('","metadata":');
const beforeRevision = ascii('},"revision":"');
const beforeStream = ascii('","stream":"');
const beforeType = ascii('","type":"');
const parts = [beforeData, beforeId, beforeMetadata, beforeRevision, beforeStream, beforeType];
/** The parts' own bytes, the revision's digits and the end. */
const besideBytes = parts.reduce((sum, part) => sum + part.length, 0) + 32;

const joined = new JoinedBytes();

/**
 * SHA-256 (hex) over the text that is hashed, put together of the stored bytes as they are. A name
 * that JSON would escape gives another text, and the event is then looked at as JSON.
 */
function hashOfBytes(event: RecordedEvent, hashedEnd: number): string {
  const { bytes, data, id, metadata, revision, stream, type } = event;
  joined.begin(type[1] - id[0] + data[1] - metadata[0] + besideBytes);
  joined.add(beforeData);
  joined.add(bytes, data[0], data[1]);
  joined.add(beforeId);
  joined.add(bytes, id[0], id[1]);
  joined.add(beforeMetadata);
  joined.add(bytes, metadata[0], hashedEnd);
  joined.add(beforeRevision);
  joined.addNumber(revision);
  joined.add(beforeStream);
  joined.add(bytes, stream[0], stream[1]);
  joined.add(beforeType);
  joined.add(bytes, type[0], type[1]);
  joined.add(hashEnd);
  return hash('sha256', joined.bytes, 'hex');
}

/**
 * The link of an event whose stored bytes are canonical, as Tocsin writes them: they are hashed as
 * they stand. No event has a member named `metadata` in its data, so a text with that hash can be
 * taken apart in one way only. Undefined where they give another hash than the event carries.
 */
export function linkOfBytes(
  event: RecordedEvent,
  stream: string,
  openings: ChecksOpenings,
): ChainLink | undefined {
  const { bytes, data, metadata, revision } = event;
  const hashedEnd = hashedEndOf(bytes, metadata);
  if (hashedEnd === undefined) return undefined;
  const digits = hashedEnd + hashMember.length;
  const carried = bytes.toString('latin1', digits, digits + hashDigits);
  if (hashOfBytes(event, hashedEnd) !== carried) return undefined;
  const previousHash = previousHashIn(bytes, metadata[0], hashedEnd);
  if (previousHash === undefined) return undefined;
  const link = { stream, revision, previousHash, hash: carried, actual: carried };
  const besideStart = digits + hashDigits + openingsMember.length;
  const besideEnd = metadata[1] - 1;
  const isBeside = besideStart <= besideEnd;
  const { count, first } = commitmentsIn(bytes, data);
  if (count === 0) return isBeside ? undefined : link;
  if (count === 1 && opensAsBytes(bytes, data, first, [besideStart, besideEnd])) {
    openings.opened();
    return link;
  }
  const text = isBeside ? bytes.toString('utf8', besideStart, besideEnd) : undefined;
  const beside = text === undefined ? undefined : parsed(text);
  // Anything more after it would be read by others, and would not be what was hashed.
  if (JSON.stringify(beside) !== text) return undefined;
  openings.checkAll(link, parsed(bytes.toString('utf8', data[0], data[1])), beside, count);
  return link;
}

/**
 * Where the part of the metadata ends that is hashed; undefined where what follows is neither
 * `,"hash":"…"}` nor `,"hash":"…","openings":{…}}`.
 */
function hashedEndOf(bytes: Buffer, [start, end]: Range): number | undefined {
  if (end - start < endBytes) return undefined;
  const usual = end - endBytes;
  if (standsAt(bytes, usual, hashMember) && standsAt(bytes, end - 2, hashEnd)) return usual;
  const hashed = bytes.indexOf(hashMember, start);
  const after = hashed + hashMember.length + hashDigits;
  if (hashed < start || after >= end || bytes[end - 1] !== closing) return undefined;
  return standsAt(bytes, after, openingsMember) ? hashed : undefined;
}

/**
 * How many commitments stand in canonical JSON, and where the first does. Inside a text its quotes
 * would be escaped, so that these bytes are always an object.
 */
function commitmentsIn(bytes: Buffer, [start, end]: Range): { count: number; first: number } {
  let count = 0;
  let first = end;
  for (let at = start; at < end; at += 1) {
    if (bytes[at] !== opening || !standsAt(bytes, at, commitmentMember)) continue;
    if (!standsAt(bytes, at + commitmentBytes - commitmentEnd.length, commitmentEnd)) continue;
    if (count === 0) first = at;
    count += 1;
  }
  return { count, first };
}

function previousHashIn(bytes: Buffer, start: number, end: number): string | undefined {
  const usual = Math.max(start, end - usualDistance);
  const at = standsAt(bytes, usual, previousMember)
    ? usual
    : bytes.subarray(start, end).lastIndexOf(previousMember) + start;
  if (at < start) return undefined;
  const from = at + previousMember.length;
  return bytes[from] === 0x22 ? '' : bytes.toString('latin1', from, from + hashDigits);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
