import { describe, expect, it } from 'vitest';
import { given, open, reported } from '../../incident.testkit.ts';
import type { RetentionCommand } from './commands.ts';
import type { RetentionEvent } from './events.ts';
import { isHeld } from './state.ts';

const reason = 'Claim of the tenants, case 2026-117';
const place = (changes: object = {}): RetentionCommand => ({
  type: 'PlaceLegalHold',
  data: { hold: 'h-1', reason, ...changes },
});
const lift = (changes: object = {}): RetentionCommand => ({
  type: 'LiftLegalHold',
  data: { hold: 'h-1', reason: 'settled', ...changes },
});
const placed: RetentionEvent = { type: 'LegalHoldPlaced', data: { hold: 'h-1', reason } };
const lifted: RetentionEvent = {
  type: 'LegalHoldLifted',
  data: { hold: 'h-1', reason: 'settled' },
};
const cancelled = {
  type: 'IncidentCancelled',
  data: { reason: 'false', note: 'nothing there' },
} as const;
const copy = { manifest: 'ab'.repeat(32), revision: 1, rule: 'closed, 5 years' };
const archive = (changes: object = {}): RetentionCommand => ({
  type: 'RecordArchive',
  data: { ...copy, ...changes },
});
const archived: RetentionEvent = { type: 'IncidentArchived', data: copy };

describe('[X36] a legal hold', () => {
  it('is placed on any incident, with who and why', () => {
    const incident = given(...open)
      .when(place())
      .thenEvents(placed);
    expect(isHeld(incident)).toBe(true);
    expect(incident.holds.get('h-1')).toMatchObject({ reason, by: { id: 'dispatcher' } });
    given(reported, cancelled).when(place()).thenEvents(placed);
  });
  it('is lifted with a reason, and stays on record', () => {
    const incident = given(reported, placed).when(lift()).thenEvents(lifted);
    expect(isHeld(incident)).toBe(false);
    expect(incident.holds.get('h-1')).toMatchObject({ reason, lifted: { reason: 'settled' } });
    given(reported, placed, lifted).when(lift()).thenNothing();
  });
  it('does not end with another one', () => {
    const second = { type: 'LegalHoldPlaced', data: { hold: 'h-2', reason } } as const;
    expect(isHeld(given(reported, placed, second, lifted).state)).toBe(true);
  });
  it.each([
    [place({ reason: '' }), 'required', 'reason'],
    [place(), 'alreadyExists', 'hold'],
    [lift({ hold: 'h-9' }), 'unknownHold', 'hold'],
    [lift({ reason: ' ' }), 'required', 'reason'],
  ] as const)('%j is refused with %s', (command, code, field) => {
    const known = code === 'required' && command.type === 'PlaceLegalHold' ? [] : [placed];
    given(reported, ...known)
      .when(command)
      .thenRejected(code, field);
  });
  it('is one of a hundred at the most', () => {
    const many = Array.from(
      { length: 100 },
      (_, at): RetentionEvent => ({
        type: 'LegalHoldPlaced',
        data: { hold: `m-${at}`, reason },
      }),
    );
    given(reported, ...many)
      .when(place())
      .thenRejected('tooMany', 'hold', { max: 100 });
  });
  it('needs an incident', () => {
    given().when(place()).thenRejected('unknownIncident', 'incident');
  });
});

describe('[X37] an archived record', () => {
  it('has ended and is in the copy to its last event', () => {
    const incident = given(reported, cancelled).when(archive()).thenEvents(archived);
    expect(incident.archived).toMatchObject({ manifest: copy.manifest, revision: 1 });
    given(reported, cancelled, archived).when(archive()).thenNothing();
  });
  it.each([
    [[reported], archive(), 'incidentStatus', 'incident'],
    [[reported, cancelled, placed], archive({ revision: 2 }), 'legalHold', 'incident'],
    [[reported, cancelled], archive({ revision: 0 }), 'outOfRange', 'revision'],
    [[reported, cancelled], archive({ manifest: 'x' }), 'notADigest', 'manifest'],
    [[reported, cancelled], archive({ rule: '' }), 'required', 'rule'],
  ] as const)('is refused: %j', (before, command, code, field) => {
    given(...before)
      .when(command)
      .thenRejected(code, field);
  });
});
