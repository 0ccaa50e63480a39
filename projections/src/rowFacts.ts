import type { Actor, LogEvent } from '@tocsin/domain';
import type { RowActor, RowEvidence } from './queries/rows.ts';

/** What every row takes over from the event that changed it. */
export interface RowFacts {
  /** Who decided it, without the console it was decided at. */
  readonly by: RowActor;
  /** When it occurred, ISO 8601. */
  readonly at: string;
  readonly revision: string;
  readonly position: string;
}

let lastEvent: LogEvent | undefined;
let lastFacts: RowFacts | undefined;

/** The event's facts; made once for all the rows that the same event changes. */
export function rowFacts(event: LogEvent): RowFacts {
  if (event === lastEvent && lastFacts) return lastFacts;
  const { meta, revision, position } = event;
  lastEvent = event;
  lastFacts = {
    by: rowActor(meta.actor.onBehalfOf ?? meta.actor),
    at: meta.occurredAt,
    revision: revision.toString(),
    position: position.toString(),
  };
  return lastFacts;
}

function rowActor({ kind, id, name, role, department }: Actor): RowActor {
  if (role === undefined && department === undefined) return { kind, id, name };
  if (department === undefined) return { kind, id, name, role };
  if (role === undefined) return { kind, id, name, department };
  return { kind, id, name, role, department };
}

/** The second of a recorded time, comparable as text: `2026-03-01T08:00:00`. */
export const secondOf = (recordedAt: string): string => recordedAt.slice(0, 19);

export function rowEvidence(event: LogEvent): RowEvidence {
  const { by, at } = rowFacts(event);
  return { by, at };
}
