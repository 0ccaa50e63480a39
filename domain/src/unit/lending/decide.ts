import { longText, optionalTextFault } from '../../check.ts';
import { type Rejection, reject } from '../../rejection.ts';
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

/** What is promised is kept here too: a unit goes home only when it has nothing left to do. */
function giveBack({ request, reason }: Of<'ReturnUnit'>, unit: Unit): Decision {
  const { lent, facts } = unit;
  if (!lent || (request !== undefined && request !== lent.request)) return [];
  const held = unit.active ?? unit.stacked[0];
  if (held) {
    const { incident, stage } = held;
    return reject('unitCommitted', { callSign: facts?.callSign ?? '', incident, stage }, 'unit');
  }
  return (
    optionalTextFault(reason, 'reason', longText) ?? [{ type: 'UnitRetired', data: { reason } }]
  );
}

export const decideLending = (command: LendingCommand, unit: Unit): Decision =>
  command.type === 'LendUnit' ? lend(command.data, unit) : giveBack(command.data, unit);
