import type { Fact, Stored } from '@tocsin/domain';

/** How the events of one kind of stream make its one row. */
export interface StreamProjection<Row, Event extends Fact> {
  /**
   * The row after an event.
   *
   * @throws when the event can't be the stream's first and is
   */
  readonly project: (row: Row | undefined, event: Stored<Event>) => Row;
  /** Whether the row is on its board, or only to be found. */
  readonly isOn: (row: Row) => boolean;
}
