import { longText, optionalTextFault } from '../../check.ts';
import { type Rejection, reject } from '../../rejection.ts';
import { secondsAfter } from '../../time.ts';
import type { UnitContext } from '../context.ts';
import type { Assignment, Unit } from '../events.ts';
import type { ParCommand, ParEvent } from './events.ts';

type Decision = readonly ParEvent[] | Rejection;
type Of<T extends ParCommand['type']> = Extract<ParCommand, { type: T }>['data'];

const mostPersons = 1_000;

/**
 * When a unit on scene is asked next; undefined where the city asks for no checks. What an import
 * tells of is over.
 */
export function nextCheck({ now, city, actor }: UnitContext): string | undefined {
  const every = city?.rules.par.everySeconds ?? 0;
  return every > 0 && actor.kind !== 'importer' ? secondsAfter(now, every) : undefined;
}

/** The assignment that a timer is about, while its check is the one that counts. */
function waiting(
  { active }: Unit,
  { assignment, check }: Of<'RequestPar'>,
): Assignment | undefined {
  if (active?.assignment !== assignment || active.stage !== 'onScene') return undefined;
  return active.par?.check === check ? active : undefined;
}

function request(data: Of<'RequestPar'>, unit: Unit, { now, city }: UnitContext): Decision {
  const active = waiting(unit, data);
  if (!active || active.par?.answerBy !== undefined) return [];
  const answerBy = secondsAfter(now, city?.rules.par.graceSeconds ?? 0);
  return [{ type: 'ParRequested', data: { ...data, incident: active.incident, answerBy } }];
}

function overdue(data: Of<'DeclareParOverdue'>, unit: Unit): Decision {
  const active = waiting(unit, data);
  const answerBy = active?.par?.answerBy;
  if (!active || answerBy === undefined || active.par?.overdueSince !== undefined) return [];
  return [{ type: 'ParOverdue', data: { ...data, incident: active.incident, answerBy } }];
}

/** An answer counts whether it was asked for or not, and sets the clock anew. */
function confirm(data: Of<'ConfirmPar'>, unit: Unit, context: UnitContext): Decision {
  const { active } = unit;
  const callSign = unit.facts?.callSign ?? '';
  if (active?.assignment !== data.assignment || active.stage !== 'onScene')
    return reject('notOnScene', { callSign }, 'assignment');
  const { persons } = data;
  if (
    persons !== undefined &&
    !(Number.isInteger(persons) && persons > 0 && persons <= mostPersons)
  )
    return reject('outOfRange', { min: 1, max: mostPersons }, 'persons');
  const fault = optionalTextFault(data.note, 'note', longText);
  if (fault) return fault;
  const nextDue = nextCheck(context);
  const check = active.par?.check ?? 1;
  const next = nextDue === undefined ? {} : { nextDue };
  return [{ type: 'ParConfirmed', data: { ...data, incident: active.incident, check, ...next } }];
}

export function decidePar(command: ParCommand, unit: Unit, context: UnitContext): Decision {
  switch (command.type) {
    case 'RequestPar':
      return request(command.data, unit, context);
    case 'DeclareParOverdue':
      return overdue(command.data, unit);
    case 'ConfirmPar':
      return confirm(command.data, unit, context);
  }
}
