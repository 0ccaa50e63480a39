import { hash } from 'node:crypto';
import {
  type ChainLink,
  type OpeningsCheck,
  type ReportFault,
  type StoredEvent,
  sealStream,
  storedLink,
} from '@tocsin/domain/proof';
import { isRecorded } from '@tocsin/domain/store';
import { type Frame, readFrames } from './logReader.ts';
import {
  isFrameOf,
  type Range,
  type RecordedEvent,
  recordedEvent,
  streamOfFrame,
} from './recordedEvent.ts';

/** `,"hash":"…"}`, as the metadata of an event ends. */
const hashMember = ',"hash":"';
const openingsMember = ',"openings":';
const commitmentMember = '{"commitment":"';
const commitmentCharacters = 43;
const hashDigits = 64;
const endBytes = hashMember.length + hashDigits + 2;
const previousMember = '"previousHash":"';
/** From there to the end of the metadata, with a hash of 64 digits and a schema of one. */
const usualDistance =
  previousMember.length +
  hashDigits +
  '","recordedAt":"2026-01-01T00:00:00.000Z","schema":1'.length +
  endBytes;

let scratch = Buffer.alloc(64 * 1024);

/** SHA-256 over the text that is hashed, put together of the stored bytes as they are. */
function hashOfBytes(
  { bytes, data, id, metadata, revision, type }: RecordedEvent,
  stream: string,
  hashedEnd: number,
): string {
  const dataBytes = data[1] - data[0];
  const metadataBytes = metadata[1] - metadata[0];
  const most = dataBytes + metadataBytes + stream.length + 256;
  if (scratch.length < most) scratch = Buffer.alloc(2 * most);
  let at = scratch.write('{"data":', 0, 'latin1');
  at += bytes.copy(scratch, at, data[0], data[1]);
  at += scratch.write(
    `,"id":"${bytes.toString('latin1', id[0], id[1])}","metadata":`,
    at,
    'latin1',
  );
  at += bytes.copy(scratch, at, metadata[0], hashedEnd);
  const named = bytes.toString('latin1', type[0], type[1]);
  // A name that is not Latin-1 gives another text, and is then looked at as JSON.
  const tail = `},"revision":"${revision}","stream":"${stream}","type":"${named}"}`;
  at += scratch.write(tail, at, 'latin1');
  return hash('sha256', scratch.subarray(0, at), 'hex');
}

/**
 * The link of an event whose stored bytes are canonical, as Tocsin writes them: they are hashed as
 * they stand. No event has a member named `metadata` in its data, so a text with that hash can be
 * taken apart in one way only. Undefined where they give another hash than the event carries.
 */
function linkOfBytes(
  event: RecordedEvent,
  stream: string,
  openings: OpeningsCheck,
): ChainLink | undefined {
  const { bytes, data, metadata, revision } = event;
  const ends = endsOf(bytes, metadata);
  if (!ends) return undefined;
  const [start] = metadata;
  const { hashed, carried, beside } = ends;
  const actual = hashOfBytes(event, stream, hashed);
  if (actual !== carried) return undefined;
  const previousHash = previousHashIn(bytes, start, hashed + endBytes);
  if (previousHash === undefined) return undefined;
  const link = { stream, revision, previousHash, hash: carried, actual };
  const commitments = countCommitments(bytes.subarray(...data));
  if (beside !== undefined || commitments > 0)
    openings.checkAll(link, parsed(bytes.toString('utf8', ...data)), beside, commitments);
  return link;
}

/**
 * How many commitments stand in canonical JSON. Inside a text its quotes would be escaped, so that
 * these bytes are always an object.
 */
function countCommitments(data: Buffer): number {
  let count = 0;
  const step = commitmentMember.length + commitmentCharacters;
  for (let at = data.indexOf(commitmentMember); at >= 0; at = data.indexOf(commitmentMember, at)) {
    at += step;
    if (data[at] === 0x22 && data[at + 1] === 0x7d) count += 1;
  }
  return count;
}

interface MetadataEnds {
  /** Where the part that is hashed ends. */
  readonly hashed: number;
  readonly carried: string;
  /** The openings after it; undefined where there are none. */
  readonly beside: unknown;
}

/** Takes the metadata's end apart; undefined where it is not `,"hash":"…"}` or `,"hash":"…","openings":{…}}`. */
function endsOf(bytes: Buffer, [start, end]: Range): MetadataEnds | undefined {
  if (end - start < endBytes) return undefined;
  const usual = bytes.toString('latin1', end - endBytes, end);
  if (usual.startsWith(hashMember))
    return { hashed: end - endBytes, carried: digitsIn(usual), beside: undefined };
  const hashed = bytes.subarray(start, end).indexOf(hashMember) + start;
  if (hashed < start) return undefined;
  const after = hashed + endBytes - 1;
  const rest = bytes.toString('utf8', after, end);
  if (!rest.startsWith(openingsMember)) return undefined;
  const text = rest.slice(openingsMember.length, -1);
  const beside: unknown = parsed(text);
  // Anything more after it would be read by others, and would not be what was hashed.
  if (JSON.stringify(beside) !== text) return undefined;
  return { hashed, carried: digitsIn(bytes.toString('latin1', hashed, after)), beside };
}

const digitsIn = (member: string): string =>
  member.slice(hashMember.length, hashMember.length + hashDigits);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function previousHashIn(bytes: Buffer, start: number, end: number): string | undefined {
  const usual = Math.max(start, end - usualDistance);
  const found = bytes.toString('latin1', usual, usual + previousMember.length) === previousMember;
  const at = found ? usual : bytes.subarray(start, end).lastIndexOf(previousMember) + start;
  if (at < start) return undefined;
  const from = at + previousMember.length;
  return bytes[from] === 0x22 ? '' : bytes.toString('latin1', from, from + hashDigits);
}

/** The event as its JSON says, whatever form that has; undefined for what is not JSON. */
export function storedEvent(event: RecordedEvent): StoredEvent | undefined {
  const { bytes, id, stream, type, data, metadata, revision } = event;
  const text = ([from, to]: Range): string => bytes.toString('utf8', from, to);
  try {
    return {
      id: text(id),
      streamId: text(stream),
      type: text(type),
      revision: BigInt(revision),
      data: JSON.parse(text(data)),
      metadata: metadata[0] === metadata[1] ? undefined : JSON.parse(text(metadata)),
    };
  } catch {
    return undefined;
  }
}

/** The links of Tocsin's record in a node's log file, in its order; memory is flat. */
export function* fileLinks(
  path: string,
  report: ReportFault,
  openings: OpeningsCheck,
): Generator<ChainLink[]> {
  for (const frames of readFrames(path, (byte) => report({ kind: 'damaged', byte }))) {
    const links: ChainLink[] = [];
    for (const frame of frames) {
      const named = streamOfFrame(frame);
      if (named.startsWith('$')) {
        hides(named, report);
        continue;
      }
      if (!isRecorded(named)) continue;
      const link = linkOf(frame, named, report, openings);
      if (link) links.push(link);
    }
    yield links;
  }
}

/** `$$name` is a stream's metadata: it can make the server leave events out. */
export function hides(stream: string, report: ReportFault): void {
  const name = stream.startsWith('$$') ? stream.slice(2) : '';
  if (isRecorded(name) || name === sealStream) report({ kind: 'hidden', stream: name });
}

function linkOf(
  frame: Frame,
  stream: string,
  report: ReportFault,
  openings: OpeningsCheck,
): ChainLink | undefined {
  const revision = frame.bytes.readDoubleLE(frame.start + 16);
  if (revision > Number.MAX_SAFE_INTEGER) {
    // A tombstone, which ends the stream.
    report({ kind: 'hidden', stream });
    return undefined;
  }
  const event = recordedEvent(frame);
  const quick = event && linkOfBytes(event, stream, openings);
  if (quick) return quick;
  const stored = event && storedEvent(event);
  const link = stored && storedLink(stored, openings);
  if (!link) report({ kind: 'malformed', stream, revision });
  return link;
}

/** The seals in a node's log file, as they stand there. */
export function* fileSeals(path: string): Generator<unknown> {
  for (const frames of readFrames(path, () => {}, isFrameOf(Buffer.from(sealStream))))
    for (const frame of frames) {
      const event = recordedEvent(frame);
      yield event && storedEvent(event)?.data;
    }
}
