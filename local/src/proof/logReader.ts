import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** A frame of the embedded node's log file; see `eventstore/record.ts` for its layout. */
export interface Frame {
  /** The file's bytes, valid until the next batch is read. */
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
}

const headerBytes = 16;
const chunkBytes = 2 * 1024 * 1024;
const smallestFrame = 40;
const largestFrame = 32 * 1024 * 1024;
/** More than one commit can hold: only the last one can be torn. */
const mostTornBytes = 40 * 1024 * 1024;

export interface ReadOptions {
  /** Whether a frame is wanted; looked at before its checksum is computed. */
  readonly wanted?: (bytes: Buffer, start: number) => boolean;
  /** Where to end, in bytes; without it the file's size when it is opened. */
  readonly size?: number;
}

/**
 * Reads the log file of an embedded node, also while the node runs, and never writes. What stands at
 * its end half written is left out; `onDamage` is told the first byte of what can't be read before.
 * The batches are the same ones whatever is wanted of them.
 */
export function* readFrames(
  path: string,
  onDamage: (byte: number) => void,
  { wanted = () => true, size: given }: ReadOptions = {},
): Generator<Frame[]> {
  const file = openSync(path, 'r');
  try {
    const size = given ?? fstatSync(file).size;
    const header = Buffer.alloc(headerBytes);
    if (size === 0) return;
    readSync(file, header, 0, headerBytes, 0);
    if (!/^tocsin-log 1 *$/.test(header.toString('latin1'))) {
      onDamage(0);
      return;
    }
    let chunk = Buffer.allocUnsafeSlow(chunkBytes);
    for (let position = headerBytes; position < size; ) {
      const filled = readSync(file, chunk, 0, Math.min(chunk.length, size - position), position);
      const { frames, end, next } = framesIn(chunk.subarray(0, filled), wanted);
      position += end;
      const rest = size - position;
      const isLast = next > rest;
      if (next === 0 || (isLast && rest > mostTornBytes)) {
        if (rest > mostTornBytes || !isTorn(file, position, size)) onDamage(position);
        yield frames;
        return;
      }
      if (end > 0) yield frames;
      if (isLast) return;
      if (next > chunk.length) chunk = Buffer.allocUnsafeSlow(next);
    }
  } finally {
    closeSync(file);
  }
}

/**
 * The whole frames of a chunk, where they end, and how long the one after them is: 0 where nothing
 * whole begins there.
 */
function framesIn(
  chunk: Buffer,
  wanted: (bytes: Buffer, start: number) => boolean,
): { frames: Frame[]; end: number; next: number } {
  const frames: Frame[] = [];
  let at = 0;
  while (at + 4 <= chunk.length) {
    const length = chunk.readUInt32LE(at);
    if (length < smallestFrame || length > largestFrame) return { frames, end: at, next: 0 };
    const end = at + length;
    if (end > chunk.length) return { frames, end: at, next: length };
    if (wanted(chunk, at)) {
      if (!isWhole(chunk, at, end)) return { frames, end: at, next: 0 };
      frames.push({ bytes: chunk, start: at, end });
    }
    at = end;
  }
  return { frames, end: at, next: 4 };
}

const isWhole = (chunk: Buffer, start: number, end: number): boolean =>
  chunk.readUInt32LE(end - 4) === end - start &&
  chunk.readUInt32LE(start + 4) === crc32(chunk.subarray(start + 8, end - 4));

/** Whether nothing that is whole stands after a place, as after a write that was cut short. */
function isTorn(file: number, position: number, size: number): boolean {
  const rest = Buffer.allocUnsafe(size - position);
  readSync(file, rest, 0, rest.length, position);
  const length = rest.length < 4 ? 0 : rest.readUInt32LE(0);
  if (length >= smallestFrame && length < rest.length)
    return framesIn(rest.subarray(length), () => true).frames.length === 0;
  return true;
}
