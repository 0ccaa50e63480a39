import type { LogEvent } from '@tocsin/domain';

/** An event whose rows are in the read models, for whoever traces what became of it. */
export interface Noticed {
  readonly position: string;
  readonly event: string;
  readonly correlation: string;
}

/** PostgreSQL takes no notification of 8,000 bytes or more. */
const mostBytes = 7_900;

/** The events that a notification has room for, the newest first: a line each. */
export function noticeOf(events: readonly LogEvent[]): string {
  const lines: string[] = [];
  let bytes = 0;
  for (const { position, id, meta } of events.toReversed()) {
    const line = `${position} ${id} ${meta.correlationId}`;
    bytes += Buffer.byteLength(line) + 1;
    if (bytes > mostBytes) break;
    lines.push(line);
  }
  return lines.join('\n');
}

/** What a notification says of events; nothing where it is not traced. */
export function readNotice(payload: string): readonly Noticed[] {
  return payload.split('\n').flatMap((line) => {
    const [position, event, correlation] = line.split(' ');
    return position && event && correlation ? [{ position, event, correlation }] : [];
  });
}
