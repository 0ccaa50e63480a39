import { derivedId } from '../derivedId.ts';
import type { IncidentCommand } from '../incident/commands.ts';
import type { LogEvent } from '../tocsinEvent.ts';
import type { Policy, Reaction } from './policy.ts';

const unitOf = (event: LogEvent): string => event.stream.slice('unit-'.length);

const carry = (
  event: LogEvent,
  incident: string,
  command: IncidentCommand,
): readonly Reaction[] => [
  {
    kind: 'command',
    target: { stream: 'incident', id: incident, command },
    commandId: derivedId('commitments', event.id),
  },
];

/** What a person said with the answer to an accountability check. */
const said = ({ persons, note }: { readonly persons?: number; readonly note?: string }) => ({
  ...(persons === undefined ? {} : { persons }),
  ...(note === undefined ? {} : { note }),
});

/** Carries every step of a unit's assignment from the unit's stream into the incident's record. */
function react(event: LogEvent): readonly Reaction[] {
  const unit = unitOf(event);
  switch (event.type) {
    case 'UnitDispatched':
    case 'AssignmentStacked': {
      const { incident, exercise, ...facts } = event.data;
      const stacked = event.type === 'AssignmentStacked';
      return carry(event, incident, { type: 'CarryCommitment', data: { ...facts, unit, stacked } });
    }
    case 'AssignmentActivated': {
      const { assignment, incident } = event.data;
      const data = { assignment, unit, stage: 'dispatched' as const };
      return carry(event, incident, { type: 'CarryStage', data });
    }
    case 'AssignmentStageReached': {
      const { incident, parDue, ...facts } = event.data;
      return carry(event, incident, { type: 'CarryStage', data: { ...facts, unit } });
    }
    case 'AssignmentCancelled': {
      const { incident, ...facts } = event.data;
      return carry(event, incident, { type: 'CarryWithdrawal', data: { ...facts, unit } });
    }
    case 'ParConfirmed':
    case 'ParOverdue': {
      const { assignment, incident, check } = event.data;
      const data =
        event.type === 'ParConfirmed'
          ? { assignment, unit, check, result: 'confirmed' as const, ...said(event.data) }
          : { assignment, unit, check, result: 'overdue' as const };
      return carry(event, incident, { type: 'CarryPar', data });
    }
    default:
      return [];
  }
}

export const commitments: Policy = { name: 'commitments', react };
