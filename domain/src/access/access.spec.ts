import { describe, expect, it } from 'vitest';
import { later, now, specification } from '../specification.testkit.ts';
import { accessDecider } from './decide.ts';
import { type AccessCommand, type AccessKind, accessLogId } from './events.ts';

const { given } = specification(accessDecider, { now });
const facts = {
  what: 'timeline',
  city: 'xinghe',
  incident: 'i-1',
  address: '10.0.0.7',
  detail: 'revision 3',
  reason: 'court order',
};
type RecordAccess = Extract<AccessCommand, { type: 'RecordAccess' }>;
const access = (kind: AccessKind, changes: object = {}): RecordAccess => ({
  type: 'RecordAccess',
  data: { kind, ...facts, ...changes },
});
const repeats = (changes: object = {}): AccessCommand => ({
  type: 'RecordRepeats',
  data: { of: 'attemptRefused', ...facts, count: 7, from: later(-60), until: now, ...changes },
});

describe('[X30] the access log', () => {
  it.each([
    ['signedIn', 'SignedIn', {}],
    ['signInRefused', 'SignInRefused', { code: 'wrongCredentials', account: 'chen' }],
    ['personalDataRead', 'PersonalDataRead', {}],
    ['recordRead', 'RecordRead', {}],
    ['recordExported', 'RecordExported', {}],
    ['attemptRefused', 'AttemptRefused', { code: 'forbidden', department: 'fire' }],
  ] as const)('records what is %s as %s', (kind, type, more) => {
    const { decided } = given().when(access(kind, more));
    expect(decided).toEqual([{ type, data: { ...facts, ...more } }]);
  });

  it('records how often the same came again', () => {
    const { of, ...rest } = repeats().data as Extract<
      AccessCommand,
      { type: 'RecordRepeats' }
    >['data'];
    given()
      .when(repeats())
      .thenEvents({ type: 'AccessRepeated', data: { ...rest, of } });
  });

  it('takes nothing that it has no field for', () => {
    const { decided } = given().when(access('signedIn', { password: 'hunter2', token: 'eyJ' }));
    expect(JSON.stringify(decided)).not.toMatch(/hunter2|eyJ/);
  });

  it.each([
    [access('recordRead', { what: '' }), 'required', 'what'],
    [access('recordRead', { what: 'x'.repeat(129) }), 'tooLong', 'what'],
    [access('recordRead', { address: 'x'.repeat(129) }), 'tooLong', 'address'],
    [access('recordRead', { detail: 'x'.repeat(201) }), 'tooLong', 'detail'],
    [access('recordExported', { reason: 'a\u0007' }), 'controlCharacters', 'reason'],
    [access('recordRead', { city: 'a\nb' }), 'controlCharacters', 'city'],
    [access('attemptRefused'), 'required', 'code'],
    [access('signInRefused'), 'required', 'code'],
    [access('looked' as AccessKind), 'notOneOf', 'kind'],
    [repeats({ count: 0 }), 'outOfRange', 'count'],
    [repeats({ from: 'yesterday' }), 'notATime', 'from'],
    [repeats({ until: later(3600) }), 'inTheFuture', 'until'],
    [repeats({ until: later(-120) }), 'endsBeforeStart', 'until'],
  ] as const)('refuses %j with %s', (command, code, field) => {
    given().when(command).thenRejected(code, field);
  });

  it('has a stream for each recorder and day', () => {
    expect(accessLogId('2026-03-01T23:59:59.999Z', 'g1')).toBe('2026-03-01.g1');
  });
});
