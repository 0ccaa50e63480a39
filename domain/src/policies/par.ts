import { derivedId } from '../derivedId.ts';
import type { LogEvent } from '../tocsinEvent.ts';
import type { ParCommand } from '../unit/par/events.ts';
import type { Policy, Reaction } from './policy.ts';

/** One timer an assignment: it asks for the accountability check that is due, or waits for its answer. */
const timerOf = (assignment: string): string => `par:${assignment}`;

function schedule(unit: string, due: string, command: ParCommand): Reaction {
  const { assignment } = command.data;
  const check = 'check' in command.data ? String(command.data.check) : '';
  return {
    kind: 'schedule',
    timer: timerOf(assignment),
    due,
    target: { stream: 'unit', id: unit, command },
    commandId: derivedId('par', unit, command.type, assignment, check, due),
  };
}

const silence = (assignment: string): readonly Reaction[] => [
  { kind: 'cancel', timer: timerOf(assignment) },
];

function react(event: LogEvent): readonly Reaction[] {
  const unit = event.stream.slice('unit-'.length);
  switch (event.type) {
    case 'AssignmentStageReached': {
      const { assignment, parDue, stage } = event.data;
      if (stage === 'enRoute') return [];
      if (stage !== 'onScene') return silence(assignment);
      if (parDue === undefined) return [];
      return [schedule(unit, parDue, { type: 'RequestPar', data: { assignment, check: 1 } })];
    }
    case 'ParRequested': {
      const { assignment, check, answerBy } = event.data;
      return [schedule(unit, answerBy, { type: 'DeclareParOverdue', data: { assignment, check } })];
    }
    case 'ParConfirmed': {
      const { assignment, check, nextDue } = event.data;
      if (nextDue === undefined) return silence(assignment);
      const next = { assignment, check: check + 1 };
      return [schedule(unit, nextDue, { type: 'RequestPar', data: next })];
    }
    case 'AssignmentCancelled':
      return silence(event.data.assignment);
    default:
      return [];
  }
}

export const par: Policy = { name: 'par', react };
