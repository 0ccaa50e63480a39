import type { Actor, EventMeta } from '@tocsin/domain';
import type { RowActor, RowEvidence } from './queries/rows.ts';

/** The actor without the console it sat at. */
export function rowActor({ kind, id, name, role, department }: Actor): RowActor {
  return {
    kind,
    id,
    name,
    ...(role === undefined ? {} : { role }),
    ...(department === undefined ? {} : { department }),
  };
}

export const rowEvidence = ({ actor, occurredAt }: EventMeta): RowEvidence => ({
  by: rowActor(actor),
  at: occurredAt,
});
