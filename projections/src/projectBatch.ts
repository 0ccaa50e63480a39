import type { LogEvent } from '@tocsin/domain';
import type { BoardRows } from './boardRows.ts';
import type { BoardWrites } from './boardWrites.ts';
import { projectEvent } from './projectEvent.ts';

/** An event that a projection could not handle. Nothing behind it is projected. */
export class ProjectionFailed extends Error {
  readonly code = 'PROJECTION_FAILED';
  override readonly name = 'ProjectionFailed';

  constructor(event: LogEvent, cause: unknown) {
    const where = `${event.type} at position ${event.position} (${event.stream})`;
    super(`The projection of ${where} failed: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
  }
}

/** The failure at which it stopped, if it did; the writes are those of the events before it. */
export function projectBatch(
  rows: BoardRows,
  writes: BoardWrites,
  events: readonly LogEvent[],
): ProjectionFailed | undefined {
  for (const event of events) {
    try {
      projectEvent(rows, writes, event);
    } catch (cause) {
      return new ProjectionFailed(event, cause);
    }
  }
  return undefined;
}
