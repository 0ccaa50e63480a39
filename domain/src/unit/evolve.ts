import type { Recorded } from '../metadata.ts';
import type { Assignment, CommitmentStage, DispatchFacts, Unit, UnitEvent } from './events.ts';

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

const reach = (assignment: Assignment, stage: CommitmentStage, at: string): Assignment => ({
  ...assignment,
  stage,
  reached: { ...assignment.reached, [stage]: at },
});

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
      const { facts, ...rest } = unit;
      return { ...rest, onDuty: false };
    }
    case 'UnitOnDuty':
      return { ...unit, onDuty: true };
    case 'UnitOffDuty':
      return { ...unit, onDuty: false };
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
    case 'AssignmentStageReached':
      if (event.data.stage === 'cleared') return end(unit, event.data.assignment);
      return unit.active ? { ...unit, active: reach(unit.active, event.data.stage, at) } : unit;
    case 'AssignmentCancelled':
      return end(unit, event.data.assignment);
  }
}
