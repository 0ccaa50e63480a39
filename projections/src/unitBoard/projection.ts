import type { AssignmentFacts, CommitmentStage, Stored, UnitEvent } from '@tocsin/domain';
import type { UnitRow, UnitRowAssignment } from '../queries/rows.ts';
import { rowFacts } from '../rowFacts.ts';

/**
 * The unit's row after an event.
 *
 * @throws when the unit was never registered
 */
export function projectUnit(row: UnitRow | undefined, event: Stored<UnitEvent>): UnitRow {
  const { revision, position } = rowFacts(event);
  return {
    ...(isOfFacts(event) ? state(row, event) : carryOn(row, event)),
    revision,
    position,
  };
}

type OfFacts = Extract<Stored<UnitEvent>, { type: 'UnitRegistered' | 'UnitAmended' }>;

const isOfFacts = (event: Stored<UnitEvent>): event is OfFacts =>
  event.type === 'UnitRegistered' || event.type === 'UnitAmended';

/** Retired units are on no board. */
export const isOnUnitBoard = ({ retired }: UnitRow): boolean => retired !== true;

function state(row: UnitRow | undefined, { data, revision, position }: OfFacts): UnitRow {
  const { unit: id, ...facts } = data;
  return {
    id,
    ...facts,
    onDuty: row?.onDuty ?? false,
    ...(row?.active ? { active: row.active } : {}),
    stacked: row?.stacked ?? [],
    revision: revision.toString(),
    position: position.toString(),
  };
}

function carryOn(row: UnitRow | undefined, event: Exclude<Stored<UnitEvent>, OfFacts>): UnitRow {
  if (!row) throw new Error(`There is no unit row for ${event.type} of ${event.stream}.`);
  const at = event.meta.occurredAt;
  switch (event.type) {
    case 'UnitRetired':
      return { ...row, onDuty: false, retired: true };
    case 'UnitOnDuty':
      return { ...row, onDuty: true };
    case 'UnitOffDuty':
      return { ...row, onDuty: false };
    case 'UnitDispatched':
      return { ...row, active: begin(event.data, 'dispatched', at) };
    case 'AssignmentStacked':
      return { ...row, stacked: [...row.stacked, begin(event.data, 'stacked', at)] };
    case 'AssignmentActivated': {
      const { assignment } = event.data;
      const stacked = row.stacked.filter((one) => one.assignment !== assignment);
      return { ...row, active: begin(event.data, 'dispatched', at), stacked };
    }
    case 'AssignmentStageReached': {
      const { assignment, stage } = event.data;
      if (stage === 'cleared') return end(row, assignment);
      return row.active ? { ...row, active: { ...row.active, stage, since: at } } : row;
    }
    case 'AssignmentCancelled':
      return end(row, event.data.assignment);
  }
}

const begin = (
  { assignment, incident }: AssignmentFacts,
  stage: CommitmentStage,
  since: string,
): UnitRowAssignment => ({ assignment, incident, stage, since });

function end(row: UnitRow, assignment: string): UnitRow {
  const stacked = row.stacked.filter((one) => one.assignment !== assignment);
  if (row.active?.assignment !== assignment) return { ...row, stacked };
  const { active, ...rest } = row;
  return { ...rest, stacked };
}
