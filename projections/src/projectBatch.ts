import type { LogEvent } from '@tocsin/domain';
import type { BoardRows } from './boardRows.ts';
import { BoardWrites } from './boardWrites.ts';
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

export interface Projected {
  readonly writes: BoardWrites;
  /** The event at which it stopped; the writes are those of the events before it. */
  readonly failed: ProjectionFailed | undefined;
}

export function projectBatch(rows: BoardRows, events: readonly LogEvent[]): Projected {
  const writes = new BoardWrites();
  for (const event of events) {
    try {
      projectEvent(rows, writes, event);
    } catch (cause) {
      return { writes, failed: new ProjectionFailed(event, cause) };
    }
  }
  return { writes, failed: undefined };
}
