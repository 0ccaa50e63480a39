import { firstFault, longText, textFault } from '../../check.ts';
import { type Rejection, reject } from '../../rejection.ts';
import type { Decision, IncidentContext } from '../context.ts';
import { committedFault, openFault, openTaskFault, statusFault } from '../faults.ts';
import { type Incident, isOpen } from '../incident.ts';
import { suppliesOutFault } from '../supplies/decide.ts';
import type { MergeCommand } from './commands.ts';
import type { MergeEvent } from './events.ts';

type Of<T extends MergeCommand['type']> = Extract<MergeCommand, { type: T }>['data'];
type Event<T extends MergeEvent['type']> = Extract<MergeEvent, { type: T }>;

/** A resolved incident still takes late reports of the same thing. */
const takesOthers = (target: Incident): boolean => isOpen(target) || target.status === 'resolved';

function targetFault(
  { id, city, exercise }: Incident,
  into: string,
  target: Incident | undefined,
): Rejection | undefined {
  if (into === id) return reject('mergeIntoItself', {}, 'into');
  if (!target || target.status === 'none')
    return reject('unknownIncident', { incident: into }, 'into');
  if (target.city !== city) return reject('otherCity', { city: target.city }, 'into');
  if (target.exercise !== exercise) return reject('exerciseAndReal', {}, 'into');
  if (takesOthers(target)) return undefined;
  return reject('mergeTargetStatus', { status: target.status }, 'into');
}

/** No chains: what others were merged into is not merged itself. */
const absorbedFault = ({ absorbed }: Incident): Rejection | undefined =>
  absorbed.size === 0 ? undefined : reject('hasAbsorbed', { count: absorbed.size }, 'incident');

function merge(
  { into, reason }: Of<'MergeIncident'>,
  incident: Incident,
  { target }: IncidentContext,
): Decision {
  if (incident.merged?.into === into && incident.status === 'merged') return [];
  const fault = firstFault(
    openFault(incident),
    textFault(reason, 'reason', longText),
    targetFault(incident, into, target),
    openTaskFault(incident),
    committedFault(incident),
    suppliesOutFault(incident),
    absorbedFault(incident),
  );
  if (fault) return fault;
  const { what, report, linked, merges } = incident;
  const reports = [...(report === undefined ? [] : [report]), ...linked.keys()];
  const intoWhat = target?.what ?? '';
  const data = { into, intoWhat, merge: merges + 1, what, reports, reason };
  return [{ type: 'IncidentMerged', data }];
}

const undone = (
  { merged }: Incident,
  reason: string,
  refused?: Event<'MergeUndone'>['data']['refused'],
): readonly Event<'MergeUndone'>[] => {
  if (!merged) return [];
  const { into: from, merge: number, before: status } = merged;
  const why = refused === undefined ? {} : { refused };
  return [{ type: 'MergeUndone', data: { from, merge: number, status, reason, ...why } }];
};

function undo({ reason }: Of<'UndoMerge'>, incident: Incident): Decision {
  const fault = statusFault(incident, 'merged') ?? textFault(reason, 'reason', longText);
  return fault ?? undone(incident, reason);
}

/**
 * Never refused with a rejection, which nobody would hear: what can't be taken is recorded, and the
 * policy undoes the merge in the other stream.
 */
function absorb(data: Of<'AbsorbIncident'>, incident: Incident): readonly MergeEvent[] {
  const { incident: other, merge: number } = data;
  if (incident.absorbed.get(other)?.merge === number) return [];
  if (takesOthers(incident)) return [{ type: 'IncidentAbsorbed', data }];
  const { status } = incident;
  return [{ type: 'AbsorptionRefused', data: { incident: other, merge: number, status } }];
}

function undoRefused(
  { from, merge: number, status }: Of<'UndoRefusedMerge'>,
  incident: Incident,
): readonly MergeEvent[] {
  const { merged } = incident;
  if (merged?.into !== from || merged.merge !== number) return [];
  return undone(incident, '', status);
}

export function decideMerge(
  command: MergeCommand,
  incident: Incident,
  context: IncidentContext,
): Decision {
  switch (command.type) {
    case 'MergeIncident':
      return merge(command.data, incident, context);
    case 'UndoMerge':
      return undo(command.data, incident);
    case 'AbsorbIncident':
      return absorb(command.data, incident);
    case 'SplitOffIncident':
      return incident.absorbed.get(command.data.incident)?.merge === command.data.merge
        ? [{ type: 'IncidentSplitOff', data: command.data }]
        : [];
    case 'UndoRefusedMerge':
      return undoRefused(command.data, incident);
  }
}
