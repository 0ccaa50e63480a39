import type { IncidentCommand } from './commands.ts';
import type { IncidentEvent, ParResult } from './events.ts';
import type { Commitment, Incident } from './incident.ts';
import { endOf } from './release.ts';

type Carry = Extract<
  IncidentCommand,
  { type: 'CarryCommitment' | 'CarryStage' | 'CarryWithdrawal' | 'CarryPar' }
>;

/** An answer after an overdue check is told; the same again, or an older one, is not. */
const isNewer = ({ par }: Commitment, check: number, result: ParResult): boolean =>
  par === undefined ||
  check > par.check ||
  (check === par.check && par.result === 'overdue' && result === 'confirmed');

function committed(
  data: Extract<Carry, { type: 'CarryCommitment' }>['data'],
  incident: Incident,
): IncidentEvent {
  const late = endOf(incident);
  return { type: 'UnitCommitted', data: late === undefined ? data : { ...data, late } };
}

/**
 * Carries what a unit's own stream has decided into the incident's record. It is never refused,
 * whatever the incident's status by then: the unit did go. Carrying it again records nothing.
 */
export function decideCommitment(command: Carry, incident: Incident): readonly IncidentEvent[] {
  const known = incident.commitments.get(command.data.assignment);
  switch (command.type) {
    case 'CarryCommitment':
      return known ? [] : [committed(command.data, incident)];
    case 'CarryStage':
      if (!known || known.reached[command.data.stage] !== undefined) return [];
      return [{ type: 'UnitStageRecorded', data: command.data }];
    case 'CarryWithdrawal':
      if (!known || known.stage === 'cancelled') return [];
      return [{ type: 'UnitWithdrawn', data: command.data }];
    case 'CarryPar': {
      const { check, result } = command.data;
      if (!known || !isNewer(known, check, result)) return [];
      return [{ type: 'UnitParRecorded', data: command.data }];
    }
  }
}
