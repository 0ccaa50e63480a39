import type { IncidentCommand } from './commands.ts';
import type { IncidentEvent } from './events.ts';
import type { Incident } from './incident.ts';

type Carry = Extract<
  IncidentCommand,
  { type: 'CarryCommitment' | 'CarryStage' | 'CarryWithdrawal' }
>;

/**
 * Carries what a unit's own stream has decided into the incident's record. It is never refused,
 * whatever the incident's status by then: the unit did go. Carrying it again records nothing.
 */
export function decideCommitment(command: Carry, incident: Incident): readonly IncidentEvent[] {
  const known = incident.commitments.get(command.data.assignment);
  switch (command.type) {
    case 'CarryCommitment':
      return known ? [] : [{ type: 'UnitCommitted', data: command.data }];
    case 'CarryStage':
      if (!known || known.reached[command.data.stage] !== undefined) return [];
      return [{ type: 'UnitStageRecorded', data: command.data }];
    case 'CarryWithdrawal':
      if (!known || known.stage === 'cancelled') return [];
      return [{ type: 'UnitWithdrawn', data: command.data }];
  }
}
