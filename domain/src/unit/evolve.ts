import type { Recorded } from '../metadata.ts';
import type { Assignment, CommitmentStage, DispatchFacts, Unit, UnitEvent } from './events.ts';
import { evolvePar } from './par/evolve.ts';

export const noUnit: Unit = { onDuty: false, stacked: [], ended: new Set() };

const begin = (facts: DispatchFacts, stage: CommitmentStage, at: string): Assignment => ({
  assignment: facts.assignment,
  incident: facts.incident,
  ...(facts.task === undefined ? {} : { task: facts.task }),
  ...(facts.request === undefined ? {} : { request: facts.request }),
  ...(facts.exercise ? { exercise: true } : {}),
  stage,
  reached: { [stage]: at },
});

/** Leaving the scene ends its accountability checks. */
const reach = (
  { par, ...assignment }: Assignment,
  stage: CommitmentStage,
  at: string,
  parDue?: string,
): Assignment => ({
  ...assignment,
  stage,
  reached: { ...assignment.reached, [stage]: at },
  ...(parDue === undefined ? {} : { par: { check: 1, due: parDue } }),
});

/** Off duty a unit is not in reserve either. */
function leave({ reserve, ...unit }: Unit): Unit {
  return { ...unit, onDuty: false };
}

function end(unit: Unit, assignment: string): Unit {
  const stacked = unit.stacked.filter((one) => one.assignment !== assignment);
  const ended = new Set(unit.ended).add(assignment);
  if (unit.active?.assignment !== assignment) return { ...unit, stacked, ended };
  const { active, ...rest } = unit;
  return { ...rest, stacked, ended };
}

export function evolve(unit: Unit, event: Recorded<UnitEvent>): Unit {
  const at = event.meta.occurredAt;
  switch (event.type) {
    case 'UnitRegistered':
    case 'UnitAmended':
      return { ...unit, facts: event.data };
    case 'UnitRetired': {
      const { facts, lent, returnDue, ...rest } = leave(unit);
      return rest;
    }
    case 'UnitOnDuty':
      return { ...unit, onDuty: true };
    case 'UnitOffDuty':
      return leave(unit);
    case 'UnitDispatched':
      return { ...unit, active: begin(event.data, 'dispatched', at) };
    case 'AssignmentStacked':
      return { ...unit, stacked: [...unit.stacked, begin(event.data, 'stacked', at)] };
    case 'AssignmentActivated': {
      const next = unit.stacked.find((one) => one.assignment === event.data.assignment);
      if (!next) return unit;
      const stacked = unit.stacked.filter((one) => one !== next);
      return { ...unit, active: reach(next, 'dispatched', at), stacked };
    }
    case 'AssignmentStageReached': {
      const { assignment, stage, parDue } = event.data;
      if (stage === 'cleared') return end(unit, assignment);
      return unit.active ? { ...unit, active: reach(unit.active, stage, at, parDue) } : unit;
    }
    case 'AssignmentCancelled':
      return end(unit, event.data.assignment);
    case 'UnitPositionReported':
      return { ...unit, lastPosition: event.data };
    case 'UnitHeldInReserve':
      return { ...unit, reserve: { ...event.data, since: at } };
    case 'UnitReleasedFromReserve': {
      const { reserve, ...rest } = unit;
      return rest;
    }
    case 'ParRequested':
    case 'ParConfirmed':
    case 'ParOverdue':
      return unit.active ? { ...unit, active: evolvePar(unit.active, event, at) } : unit;
    case 'UnitLent': {
      const { returnDue, ...rest } = unit;
      return { ...rest, onDuty: true, lent: event.data };
    }
    case 'UnitReturnDue':
      return { ...unit, returnDue: { reason: event.data.reason } };
  }
}
