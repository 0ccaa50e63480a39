import { longText, textFault } from '../../check.ts';
import { reject } from '../../rejection.ts';
import type { IncidentCommand } from '../commands.ts';
import type { Decision } from '../context.ts';
import type { Incident } from '../incident.ts';
import type { RetentionCommand } from './commands.ts';
import { isHeld } from './state.ts';

type Of<T extends RetentionCommand['type']> = Extract<RetentionCommand, { type: T }>['data'];

const mostHolds = 100;
const digest = /^[0-9a-f]{64}$/;
const types: ReadonlySet<IncidentCommand['type']> = new Set([
  'PlaceLegalHold',
  'LiftLegalHold',
  'RecordArchive',
] satisfies RetentionCommand['type'][]);

export const isOfRetention = (command: IncidentCommand): command is RetentionCommand =>
  types.has(command.type);

function place({ hold, reason }: Of<'PlaceLegalHold'>, { holds }: Incident): Decision {
  if (holds.has(hold)) return reject('alreadyExists', { hold }, 'hold');
  if (holds.size >= mostHolds) return reject('tooMany', { max: mostHolds }, 'hold');
  return (
    textFault(reason, 'reason', longText) ?? [{ type: 'LegalHoldPlaced', data: { hold, reason } }]
  );
}

function lift({ hold, reason }: Of<'LiftLegalHold'>, { holds }: Incident): Decision {
  const known = holds.get(hold);
  if (!known) return reject('unknownHold', { hold }, 'hold');
  if (known.lifted) return [];
  return (
    textFault(reason, 'reason', longText) ?? [{ type: 'LegalHoldLifted', data: { hold, reason } }]
  );
}

/** Only of what has ended, is not held, and is in the copy to its last event. */
function archive(data: Of<'RecordArchive'>, incident: Incident): Decision {
  const { status, length, archived } = incident;
  if (archived?.manifest === data.manifest) return [];
  if (isHeld(incident)) return reject('legalHold', {}, 'incident');
  if (status !== 'closed' && status !== 'cancelled' && status !== 'merged')
    return reject('incidentStatus', { status, wanted: 'closed' }, 'incident');
  if (!digest.test(data.manifest)) return reject('notADigest', {}, 'manifest');
  const last = length - 1;
  if (data.revision !== last) return reject('outOfRange', { min: last, max: last }, 'revision');
  return textFault(data.rule, 'rule', longText) ?? [{ type: 'IncidentArchived', data }];
}

export function decideRetention(command: RetentionCommand, incident: Incident): Decision {
  switch (command.type) {
    case 'PlaceLegalHold':
      return place(command.data, incident);
    case 'LiftLegalHold':
      return lift(command.data, incident);
    case 'RecordArchive':
      return archive(command.data, incident);
  }
}
