import { derivedId } from '../derivedId.ts';
import type { ReleasedUnit } from '../incident/events.ts';
import type { LogEvent } from '../tocsinEvent.ts';
import type { ReleaseCause } from '../unit/events.ts';
import type { Policy, Reaction } from './policy.ts';

const callBack = (
  event: LogEvent,
  cause: ReleaseCause,
  units: readonly ReleasedUnit[] = [],
): readonly Reaction[] =>
  units.map(({ unit, assignment }) => ({
    kind: 'command',
    target: {
      stream: 'unit',
      id: unit,
      command: { type: 'ReleaseAssignment', data: { assignment, cause } },
    },
    commandId: derivedId('release', event.id, assignment),
  }));

/**
 * When an incident ends, those promised to it or still under way are called back; also one whose
 * dispatch reaches the record only afterwards. The unit's own stream says how far it has come.
 */
function react(event: LogEvent): readonly Reaction[] {
  switch (event.type) {
    case 'IncidentResolved':
      return callBack(event, 'resolved', event.data.release);
    case 'IncidentCancelled':
      return callBack(event, 'cancelled', event.data.release);
    case 'UnitCommitted': {
      const { late, unit, assignment } = event.data;
      return late === undefined ? [] : callBack(event, late, [{ unit, assignment }]);
    }
    default:
      return [];
  }
}

export const release: Policy = { name: 'release', react };
