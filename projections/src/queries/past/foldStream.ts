import type { LogEvent, Position } from '@tocsin/domain';
import type { EventSink } from '../../eventSink.ts';
import { HeldRows } from '../../heldRows.ts';
import { projectEvent } from '../../projectEvent.ts';
import { isOfIncident } from '../../streams.ts';
import type { Past } from './past.ts';

const nothing = (): void => undefined;
/** Keeps nothing of what an event makes. */
export const nowhere: EventSink = {
  change: nothing,
  incident: nothing,
  task: nothing,
  action: nothing,
  unit: nothing,
  stream: nothing,
  timed: nothing,
  entry: nothing,
  access: nothing,
  moment: nothing,
  counter: nothing,
  city: nothing,
  person: nothing,
  done: nothing,
};

/**
 * A stream's rows as the projections make them of its events up to a position.
 *
 * @param number the incident's, which counts all of its city's; unused for other streams
 */
export async function foldStream(
  { log }: Past,
  stream: string,
  number: number,
  upTo: bigint,
): Promise<HeldRows> {
  const rows = new HeldRows();
  const events = await log.readEvents(stream, upTo as Position);
  const [first] = events;
  if (first) giveNumber(rows, first, number);
  for (const event of events) projectEvent(rows, nowhere, event);
  return rows;
}

/** The next incident of its city gets this number. */
export function giveNumber(rows: HeldRows, first: LogEvent, number: number): void {
  if (isOfIncident(first) && first.type === 'IncidentReported')
    rows.counters.set(first.data.city, number - 1);
}
