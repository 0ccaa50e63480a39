import { readFileSync, writeFileSync } from 'node:fs';
import { encodeRecord, StoredRecord } from '../../local/src/eventstore/record.ts';
import { readFrames } from '../../local/src/proof/logReader.ts';
import { recordedEvent } from '../../local/src/proof/recordedEvent.ts';

/** An event in the node's log file, as a forger would take it apart. */
export interface FileEvent {
  readonly id: string;
  readonly stream: string;
  readonly type: string;
  readonly revision: number;
  readonly data: Record<string, unknown>;
  readonly metadata: Record<string, unknown>;
  readonly createdMs: number;
}

export function readLogFile(path: string): FileEvent[] {
  const events: FileEvent[] = [];
  for (const frames of readFrames(path, () => {}))
    for (const frame of frames) {
      const event = recordedEvent(frame);
      if (!event) throw new Error('not an event');
      const text = ([from, to]: readonly [number, number]) =>
        event.bytes.toString('utf8', from, to);
      const { createdMs } = new StoredRecord(
        frame.bytes.subarray(frame.start, frame.end),
        event.position,
      );
      events.push({
        id: text(event.id),
        stream: text(event.stream),
        type: text(event.type),
        revision: event.revision,
        data: JSON.parse(text(event.data)),
        metadata: event.metadata[0] === event.metadata[1] ? {} : JSON.parse(text(event.metadata)),
        createdMs,
      });
    }
  return events;
}

/** `raw…`: the bytes that are to stand there. */
export type Written = FileEvent & {
  readonly rawData?: string | Buffer;
  readonly rawMetadata?: Buffer;
};

/** Writes a log file of these events: positions, lengths and checksums as the node would. */
export function writeLogFile(path: string, events: readonly Written[], like: string): void {
  const parts: Buffer[] = [readFileSync(like).subarray(0, 16)];
  let position = 16;
  for (const event of events) {
    const { id, stream, type, revision, data, metadata, createdMs, rawData, rawMetadata } = event;
    const frame = encodeRecord(
      {
        id,
        type,
        contentType: 'application/json',
        metadata:
          rawMetadata ??
          Buffer.from(Object.keys(metadata).length === 0 ? '' : JSON.stringify(metadata)),
        data: rawData instanceof Buffer ? rawData : Buffer.from(rawData ?? JSON.stringify(data)),
      },
      { stream, revision, position, createdMs, continues: false },
    );
    parts.push(frame);
    position += frame.length;
  }
  writeFileSync(path, Buffer.concat(parts));
}
