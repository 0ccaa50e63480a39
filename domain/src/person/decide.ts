import { firstFault, longText, oneOfFault, shortText, textFault } from '../check.ts';
import { canonicalJson } from '../codec/canonicalJson.ts';
import type { Decider } from '../decider.ts';
import type { Role } from '../metadata.ts';
import { type Rejection, reject } from '../rejection.ts';
import type { Person, PersonCommand, PersonEvent } from './events.ts';

const roles: readonly Role[] = ['dispatcher', 'liaison', 'commander', 'auditor', 'administrator'];
const none: Person = { account: '', name: '', roles: [], cities: [], demo: false };

function evolve(person: Person, { type, data }: PersonEvent): Person {
  switch (type) {
    case 'PersonAppointed':
      return person.passwordDigest === undefined
        ? data
        : { ...data, passwordDigest: person.passwordDigest };
    case 'PersonDismissed':
      return none;
    case 'PasswordSet':
      return { ...person, passwordDigest: data.digest };
  }
}

function decide(command: PersonCommand, person: Person): readonly PersonEvent[] | Rejection {
  switch (command.type) {
    case 'AppointPerson':
      return appoint(command.data, person);
    case 'DismissPerson':
      if (person.account === '') return reject('unknownPerson', {}, 'account');
      return (
        textFault(command.data.reason, 'reason', longText) ?? [
          { type: 'PersonDismissed', data: command.data },
        ]
      );
    case 'SetPassword':
      if (person.account === '') return reject('unknownPerson', {}, 'account');
      return person.passwordDigest === command.data.digest
        ? []
        : [{ type: 'PasswordSet', data: command.data }];
  }
}

function appoint(
  data: Extract<PersonCommand, { type: 'AppointPerson' }>['data'],
  person: Person,
): readonly PersonEvent[] | Rejection {
  const fault = firstFault(
    textFault(data.account, 'account', 64),
    textFault(data.name, 'name', shortText),
    data.roles.length === 0 ? reject('required', {}, 'roles') : undefined,
    ...data.roles.map((role) => oneOfFault(role, roles, 'roles')),
    data.roles.includes('liaison') && !data.department
      ? reject('required', {}, 'department')
      : undefined,
  );
  if (fault) return fault;
  const { passwordDigest, ...known } = person;
  return canonicalJson(known) === canonicalJson(data) ? [] : [{ type: 'PersonAppointed', data }];
}

export const personDecider: Decider<Person, PersonCommand, PersonEvent, unknown> = {
  initial: none,
  evolve,
  decide,
  touches: () => true,
};
