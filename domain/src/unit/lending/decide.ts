import { longText, optionalTextFault } from '../../check.ts';
import { isRejection, type Rejection, reject } from '../../rejection.ts';
import type { Unit, UnitEvent } from '../events.ts';
import type { LendingCommand } from './events.ts';

type Decision = readonly UnitEvent[] | Rejection;
type Of<T extends LendingCommand['type']> = Extract<LendingCommand, { type: T }>['data'];

/** A unit lent again, for another request, belongs to the newest one. */
function lend({ facts, loan }: Of<'LendUnit'>, unit: Unit): Decision {
  const { request, jurisdiction } = loan;
  if (unit.lent?.request === request) return [];
  if (unit.facts && unit.facts.jurisdiction !== jurisdiction)
    return reject('alreadyExists', { unit: facts.unit }, 'unit');
  const lent: UnitEvent = { type: 'UnitLent', data: loan };
  if (unit.facts) return [lent];
  return [{ type: 'UnitRegistered', data: { ...facts, jurisdiction } }, lent];
}

/** The end of the aid: what is promised is kept here too, and the unit goes home after it. */
function endLoan(request: string, reason: string, unit: Unit): Decision {
  if (request !== unit.lent?.request || unit.returnDue) return [];
  if (unit.active || unit.stacked.length > 0)
    return [{ type: 'UnitReturnDue', data: { request, reason } }];
  return [{ type: 'UnitRetired', data: { reason } }];
}

/** Somebody sends it home, which can only be once it has nothing left to do. */
function giveBack({ request, reason }: Of<'ReturnUnit'>, unit: Unit): Decision {
  if (request !== undefined) return endLoan(request, reason, unit);
  if (!unit.facts) return reject('unknownUnit', {}, 'unit');
  if (!unit.lent) return [];
  const held = unit.active ?? unit.stacked[0];
  if (held) {
    const { incident, stage } = held;
    return reject('unitCommitted', { callSign: unit.facts.callSign, incident, stage }, 'unit');
  }
  return (
    optionalTextFault(reason, 'reason', longText) ?? [{ type: 'UnitRetired', data: { reason } }]
  );
}

const ends = (event: UnitEvent, assignment: string): boolean =>
  (event.type === 'AssignmentCancelled' ||
    (event.type === 'AssignmentStageReached' && event.data.stage === 'cleared')) &&
  event.data.assignment === assignment;

/** Goes home with the end of the last thing that held it, where that was waited for. */
export function andHome(decided: Decision, unit: Unit): Decision {
  if (isRejection(decided) || decided.length === 0 || !unit.returnDue) return decided;
  const held = [unit.active, ...unit.stacked].filter(
    (one) => one && !decided.some((event) => ends(event, one.assignment)),
  );
  if (held.length > 0) return decided;
  return [...decided, { type: 'UnitRetired', data: { reason: unit.returnDue.reason } }];
}

export const decideLending = (command: LendingCommand, unit: Unit): Decision =>
  command.type === 'LendUnit' ? lend(command.data, unit) : giveBack(command.data, unit);
