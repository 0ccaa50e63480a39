import fc from 'fast-check';
import type { IncidentEvent } from '../incident/events.ts';
import {
  accepted,
  assigned,
  cancelled,
  cleared,
  committed,
  confirmed,
  contained,
  delivered,
  finished,
  objected,
  policeTask,
  reassigned,
  reported,
  resolved,
  responsible,
  returned,
  seen,
  started,
  taskCancelled,
  verified,
} from '../incident.testkit.ts';
import { position, revision, type Stored } from '../metadata.ts';
import { later, person, recorded } from '../specification.testkit.ts';

const steps: readonly IncidentEvent[] = [
  ...[accepted, assigned(), assigned(policeTask), cancelled, cleared, committed, confirmed],
  ...[contained, delivered, finished, objected, reassigned, resolved, responsible, returned],
  ...[seen, started, taskCancelled, verified],
  { type: 'NoteAdded', data: { note: 'n-1', text: 'Two people are missing' } },
  { type: 'EntryStruck', data: { revision: 1, reason: 'Another street' } },
  { type: 'CommandTaken', data: { role: 'incidentCommander', account: 'c', name: 'Chen' } },
  { type: 'SituationReported', data: { sitrep: 's-1', number: 1, text: 'Wind from the north' } },
  { type: 'TaskEscalated', data: { task: 't-fire', step: 1, to: 'liaison', deadline: later(120) } },
  { type: 'ReportUnlinked', data: { report: 'r-2', reason: 'no', becomes: reported.data } },
  { type: 'IncidentReopened', data: { reason: 'It burns again' } },
].map(({ type, data }) => ({ type, data }) as IncidentEvent);

/** Events as they stand in the log, each recorded some seconds after the one before, some of them late. */
export function storedRecord(
  events: readonly (readonly [event: IncidentEvent, pause: number, late: number, by: string])[],
): readonly Stored<IncidentEvent>[] {
  let seconds = 0;
  return events.map(([event, pause, late, by], at) => {
    seconds += pause;
    const times = { at: later(seconds - late), written: later(seconds) };
    return {
      ...recorded(event, { by: person(by), ...times }),
      id: `e-${at}`,
      stream: 'incident-i-1',
      revision: revision(at),
      position: position(at * 10),
    };
  });
}

const step = fc.tuple(
  fc.constantFrom(...steps),
  fc.integer({ min: 0, max: 90 }),
  fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 400 })),
  fc.constantFrom('li', 'wang', 'zhao'),
);

/** A record of any steps in any order: the fold takes whatever stands in the log. */
export const anyRecord = fc
  .array(step, { maxLength: 40 })
  .map((rest) => storedRecord([[reported, 0, 0, 'li'], ...rest]));
