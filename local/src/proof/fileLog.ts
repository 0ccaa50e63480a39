import { hash } from 'node:crypto';
import {
  type ChainLink,
  type ReportFault,
  type StoredEvent,
  sealStream,
  storedLink,
} from '@tocsin/domain/proof';
import { isRecorded } from '@tocsin/domain/store';
import { type Frame, readFrames } from './logReader.ts';
import { type Range, type RecordedEvent, recordedEvent, streamOfFrame } from './recordedEvent.ts';

/** `,"hash":"…"}`, as the metadata of an event ends. */
const hashMember = Buffer.from(',"hash":"');
const hashDigits = 64;
const endBytes = hashMember.length + hashDigits + 2;
const previousMember = '"previousHash":"';

/** The text that is hashed, put together of the stored bytes as they are. */
class HashedBytes {
  #bytes = Buffer.alloc(64 * 1024);
  #length = 0;

  hashOf({ bytes, data, id, metadata, revision, stream, type }: RecordedEvent): string {
    const most = bytes.length;
    if (this.#bytes.length < most + 256) this.#bytes = Buffer.alloc(2 * most + 256);
    this.#length = 0;
    this.#text('{"data":');
    this.#copy(bytes, data);
    this.#text(',"id":"');
    this.#copy(bytes, id);
    this.#text('","metadata":');
    this.#copy(bytes, [metadata[0], metadata[1] - endBytes]);
    this.#text(`},"revision":"${revision}","stream":"`);
    this.#copy(bytes, stream);
    this.#text('","type":"');
    this.#copy(bytes, type);
    this.#text('"}');
    return hash('sha256', this.#bytes.subarray(0, this.#length), 'hex');
  }

  #text(text: string): void {
    this.#length += this.#bytes.write(text, this.#length, 'latin1');
  }

  #copy(bytes: Buffer, [start, end]: Range): void {
    this.#length += bytes.copy(this.#bytes, this.#length, start, end);
  }
}

const hashed = new HashedBytes();

/**
 * The link of an event whose stored bytes are canonical, as Tocsin writes them: they are hashed as
 * they stand. No event has a member named `metadata` in its data, so a text with that hash can be
 * taken apart in one way only. Undefined where they give another hash than the event carries.
 */
function linkOfBytes(event: RecordedEvent, stream: string): ChainLink | undefined {
  const { bytes, metadata, revision } = event;
  const end = metadata[1];
  const own = end - 2 - hashDigits;
  if (own - hashMember.length <= metadata[0]) return undefined;
  if (bytes.compare(hashMember, 0, hashMember.length, own - hashMember.length, own) !== 0)
    return undefined;
  const carried = bytes.toString('latin1', own, own + hashDigits);
  const actual = hashed.hashOf(event);
  if (actual !== carried) return undefined;
  const at = bytes.lastIndexOf(previousMember, end);
  if (at < metadata[0]) return undefined;
  const from = at + previousMember.length;
  const first = bytes[from] === 0x22;
  const previousHash = first ? '' : bytes.toString('latin1', from, from + hashDigits);
  return { stream, revision, previousHash, hash: carried, actual };
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
export function* fileLinks(path: string, report: ReportFault): Generator<ChainLink[]> {
  for (const frames of readFrames(path, (byte) => report({ kind: 'damaged', byte }))) {
    const links: ChainLink[] = [];
    for (const frame of frames) {
      const named = streamOfFrame(frame);
      if (named.startsWith('$')) {
        hides(named, report);
        continue;
      }
      if (!isRecorded(named)) continue;
      const link = linkOf(frame, named, report);
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

function linkOf(frame: Frame, stream: string, report: ReportFault): ChainLink | undefined {
  const revision = frame.bytes.readDoubleLE(frame.start + 16);
  if (revision > Number.MAX_SAFE_INTEGER) {
    // A tombstone, which ends the stream.
    report({ kind: 'hidden', stream });
    return undefined;
  }
  const event = recordedEvent(frame);
  const quick = event && linkOfBytes(event, stream);
  if (quick) return quick;
  const stored = event && storedEvent(event);
  const link = stored && storedLink(stored);
  if (!link) report({ kind: 'malformed', stream, revision });
  return link;
}

/** The seals in a node's log file, as they stand there. */
export function* fileSeals(path: string): Generator<unknown> {
  for (const frames of readFrames(path, () => {})) {
    for (const frame of frames) {
      if (streamOfFrame(frame) !== sealStream) continue;
      const event = recordedEvent(frame);
      yield event && storedEvent(event)?.data;
    }
  }
}
