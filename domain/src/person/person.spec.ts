import { describe, expect, it } from 'vitest';
import type { Role } from '../metadata.ts';
import { recorded, specification } from '../specification.testkit.ts';
import { personDecider } from './decide.ts';
import type { PersonEvent } from './events.ts';

const { given } = specification(personDecider, undefined);
const data = {
  account: 'fire',
  name: 'Zhang Min',
  roles: ['liaison'] as Role[],
  cities: ['xinghe'],
  department: 'fire',
  demo: true,
};
const appoint = (changes: object = {}) =>
  ({ type: 'AppointPerson', data: { ...data, ...changes } }) as const;
const appointed: PersonEvent = { type: 'PersonAppointed', data };
const set = (digest: string) => ({ type: 'SetPassword', data: { digest } }) as const;
const passwordSet: PersonEvent = { type: 'PasswordSet', data: { digest: 'scrypt$1' } };

describe('appointing', () => {
  it('records who, in which roles, where', () => {
    const person = given().when(appoint()).thenEvents(appointed);
    expect(person).toEqual(data);
  });
  it('records nothing when it is already so', () => {
    given(appointed).when(appoint()).thenNothing();
    given(appointed, passwordSet).when(appoint()).thenNothing();
  });
  it('records a change and keeps the password', () => {
    const person = given(appointed, passwordSet)
      .when(appoint({ name: 'Zhang Min (duty)' }))
      .thenEvents({ type: 'PersonAppointed', data: { ...data, name: 'Zhang Min (duty)' } });
    expect(person.passwordDigest).toBe('scrypt$1');
  });
  it.each([
    ['account', { account: '' }, 'required'],
    ['account', { account: 'x'.repeat(65) }, 'tooLong'],
    ['name', { name: '\u0007' }, 'controlCharacters'],
    ['roles', { roles: [] }, 'required'],
    ['roles', { roles: ['king'] }, 'notOneOf'],
    ['department', { department: undefined }, 'required'],
  ] as const)('names the faulty field %s', (field, wrong, code) =>
    given().when(appoint(wrong)).thenRejected(code, field),
  );
  it('needs an account even when nothing else is said either', () =>
    given()
      .when({ type: 'AppointPerson', data: { ...personDecider.initial } })
      .thenRejected('required', 'account'));
  it('lets anyone but a liaison be without a department', () => {
    const { department, ...rest } = data;
    const auditor = { ...rest, roles: ['auditor'] as Role[] };
    given()
      .when({ type: 'AppointPerson', data: auditor })
      .thenEvents({ type: 'PersonAppointed', data: auditor });
  });
});

describe('the password', () => {
  it('is set and changed', () => {
    given(appointed).when(set('scrypt$1')).thenEvents(passwordSet);
    const person = given(appointed, passwordSet)
      .when(set('scrypt$2'))
      .thenEvents({ type: 'PasswordSet', data: { digest: 'scrypt$2' } });
    expect(person.passwordDigest).toBe('scrypt$2');
    given(appointed, passwordSet).when(set('scrypt$1')).thenNothing();
  });
  it('is nobody’s before the appointment', () =>
    given().when(set('scrypt$1')).thenRejected('unknownPerson', 'account'));
});

describe('dismissing', () => {
  const dismiss = { type: 'DismissPerson', data: { reason: 'left the profile' } } as const;
  const dismissed: PersonEvent = { type: 'PersonDismissed', data: dismiss.data };
  it('forgets the person and the password', () => {
    const person = given(appointed, passwordSet).when(dismiss).thenEvents(dismissed);
    expect(person).toEqual(personDecider.initial);
    given(appointed, passwordSet, dismissed)
      .when(set('scrypt$1'))
      .thenRejected('unknownPerson', 'account');
  });
  it('is for those who are appointed, with a reason', () => {
    given().when(dismiss).thenRejected('unknownPerson', 'account');
    given(appointed, dismissed).when(dismiss).thenRejected('unknownPerson', 'account');
    given(appointed)
      .when({ type: 'DismissPerson', data: { reason: ' ' } })
      .thenRejected('required', 'reason');
  });
  it('leaves the account free for another appointment', () => {
    const person = given(appointed, passwordSet, dismissed).when(appoint()).thenEvents(appointed);
    expect(person.passwordDigest).toBeUndefined();
  });
});

it('is touched by every other change of it', () =>
  expect(personDecider.touches(appoint(), recorded(appointed))).toBe(true));
