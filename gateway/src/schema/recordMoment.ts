import {
  foldRecord,
  type Incident,
  type IncidentEvent,
  type RecordMoment,
  type Revision,
  recordUntil,
  type Stored,
} from '@tocsin/domain';
import type { AsOf } from '@tocsin/domain/store';
import { refuse } from '../operation/refusal.ts';
import { builder } from './builder.ts';

export const RecordMomentInput = builder.inputType('RecordMomentInput', {
  description: 'A moment of an incident’s record: one of these.',
  fields: (t) => ({
    revision: t.field({ type: 'Revision', required: false }),
    recordedBy: t.field({
      type: 'DateTime',
      required: false,
      description: 'What had been recorded by then: what was known.',
    }),
    occurredBy: t.field({
      type: 'DateTime',
      required: false,
      description: 'What had happened by then, however late it was entered.',
    }),
  }),
});

interface Given {
  readonly revision?: Revision | null | undefined;
  readonly recordedBy?: string | null | undefined;
  readonly occurredBy?: string | null | undefined;
}

/** The one moment that is given. Throws the refusal `recordMomentInvalid` for none and for several. */
export function givenRecordMoment(given: Given, field: string): RecordMoment {
  const { revision, recordedBy, occurredBy } = given;
  const moments: RecordMoment[] = [
    ...(revision == null ? [] : [{ revision }]),
    ...(recordedBy == null ? [] : [{ recordedBy }]),
    ...(occurredBy == null ? [] : [{ occurredBy }]),
  ];
  const [moment] = moments;
  return moment && moments.length === 1 ? moment : refuse('recordMomentInvalid', {}, field);
}

/** A moment as the access log names it. */
export const momentText = (moment: RecordMoment): string =>
  Object.entries(moment)
    .map(([name, value]) => `${name} ${value}`)
    .join();

/** The incident at a moment of its record; its revision is that of the last entry that counts. */
export function recordAt(
  events: readonly Stored<IncidentEvent>[],
  moment: RecordMoment,
): AsOf<Incident> | undefined {
  const known = recordUntil(events, moment);
  const last = known.at(-1);
  return last && { state: foldRecord(known), revision: last.revision, position: last.position };
}
