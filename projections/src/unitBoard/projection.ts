import {
  type AssignmentFacts,
  type CommitmentStage,
  evolvePar,
  type Stored,
  type UnitEvent,
} from '@tocsin/domain';
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
    ...(row?.retired ? {} : kept(row)),
    stacked: row?.stacked ?? [],
    revision: revision.toString(),
    position: position.toString(),
  };
}

/** What a change of its particulars leaves as it is. */
const kept = ({ active, lastPosition, reserve, lentFor, returnDue }: Partial<UnitRow> = {}) => ({
  ...(active ? { active } : {}),
  ...(lastPosition ? { lastPosition } : {}),
  ...(reserve ? { reserve } : {}),
  ...(lentFor === undefined ? {} : { lentFor }),
  ...(returnDue ? { returnDue } : {}),
});

/** Off duty a unit is not in reserve either. */
function leave({ reserve, ...row }: UnitRow): UnitRow {
  return { ...row, onDuty: false };
}

function carryOn(row: UnitRow | undefined, event: Exclude<Stored<UnitEvent>, OfFacts>): UnitRow {
  if (!row) throw new Error(`There is no unit row for ${event.type} of ${event.stream}.`);
  const at = event.meta.occurredAt;
  switch (event.type) {
    case 'UnitRetired': {
      const { lentFor, returnDue, ...rest } = leave(row);
      return { ...rest, retired: true };
    }
    case 'UnitOnDuty':
      return { ...row, onDuty: true };
    case 'UnitOffDuty':
      return leave(row);
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
      const { assignment, stage, parDue } = event.data;
      if (stage === 'cleared') return end(row, assignment);
      return row.active ? { ...row, active: reach(row.active, stage, at, parDue) } : row;
    }
    case 'AssignmentCancelled':
      return end(row, event.data.assignment);
    case 'UnitPositionReported':
      return { ...row, lastPosition: event.data };
    case 'UnitHeldInReserve':
      return { ...row, reserve: { ...event.data, since: at } };
    case 'UnitReleasedFromReserve': {
      const { reserve, ...rest } = row;
      return rest;
    }
    case 'ParRequested':
    case 'ParConfirmed':
    case 'ParOverdue':
      return row.active ? { ...row, active: evolvePar(row.active, event, at) } : row;
    case 'UnitLent': {
      const { returnDue, ...rest } = row;
      return { ...rest, onDuty: true, lentFor: event.data.incident };
    }
    case 'UnitReturnDue':
      return { ...row, returnDue: true };
  }
}

const begin = (
  { assignment, incident }: AssignmentFacts,
  stage: CommitmentStage,
  since: string,
): UnitRowAssignment => ({ assignment, incident, stage, since });

const reach = (
  { par, ...active }: UnitRowAssignment,
  stage: CommitmentStage,
  since: string,
  parDue: string | undefined,
): UnitRowAssignment => ({
  ...active,
  stage,
  since,
  ...(parDue === undefined ? {} : { par: { check: 1, due: parDue } }),
});

function end(row: UnitRow, assignment: string): UnitRow {
  const stacked = row.stacked.filter((one) => one.assignment !== assignment);
  if (row.active?.assignment !== assignment) return { ...row, stacked };
  const { active, ...rest } = row;
  return { ...rest, stacked };
}
