import {
  type ChainLink,
  type ChecksOpenings,
  isRecorded,
  type ReportFault,
  type StoredEvent,
  sealStream,
  storedLink,
} from '@tocsin/domain/proof';
import { linkOfBytes } from './bytesLink.ts';
import { type Frame, readFrames } from './logReader.ts';
import {
  isFrameOf,
  type Range,
  type RecordedEvent,
  recordedEvent,
  streamOfFrame,
} from './recordedEvent.ts';

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
  openings: ChecksOpenings,
): Generator<ChainLink[]> {
  for (const frames of readFrames(path, (byte) => report({ kind: 'damaged', byte })))
    yield linksOfFrames(frames, report, openings);
}

export function linksOfFrames(
  frames: readonly Frame[],
  report: ReportFault,
  openings: ChecksOpenings,
): ChainLink[] {
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
  return links;
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
  openings: ChecksOpenings,
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
  for (const frames of readFrames(path, () => {}, { wanted: isFrameOf(Buffer.from(sealStream)) }))
    for (const frame of frames) {
      const event = recordedEvent(frame);
      yield event && storedEvent(event)?.data;
    }
}
