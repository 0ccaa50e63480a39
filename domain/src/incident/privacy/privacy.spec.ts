import { describe, expect, it } from 'vitest';
import { given, reported } from '../../incident.testkit.ts';
import { erasure } from '../../policies/erasure.ts';
import { now, recorded } from '../../specification.testkit.ts';
import type { LogEvent } from '../../tocsinEvent.ts';
import type { IncidentEvent } from '../events.ts';

const kept = (key: string) => ({
  protected: { commitment: 'c'.repeat(43), key, ciphertext: 'text' },
});
const begun: IncidentEvent = { ...reported, data: { ...reported.data, reporter: kept('i-1') } };
const cancelled: IncidentEvent = {
  type: 'IncidentCancelled',
  data: { reason: 'false', note: 'Nothing there' },
};
const closed = [begun, cancelled];
const erase = { type: 'ErasePersonalData', data: { reason: 'Asked for by the caller' } } as const;
const erased: IncidentEvent = {
  type: 'PersonalDataErased',
  data: { reason: 'Asked for by the caller', keys: ['i-1'] },
};
const linked = (report: string, reporter: object): IncidentEvent => ({
  type: 'ReportLinked',
  data: { report, channel: 'phone', what: 'Smoke', place: { address: 'x' }, reporter },
});

describe('[X22] erasing the persons of an incident', () => {
  it('names the keys that are destroyed, and is remembered with who and why', () => {
    const state = given(...closed)
      .when(erase)
      .thenEvents(erased);
    expect(state.erased).toMatchObject({ reason: 'Asked for by the caller', keys: ['i-1'] });
    expect(state.status).toBe('cancelled');
  });
  it('takes every key of the incident, none of another’s', () =>
    given(begun, linked('r-2', kept('i-1~2')), linked('r-3', kept('i-9')), cancelled)
      .when(erase)
      .thenEvents({
        type: 'PersonalDataErased',
        data: { reason: erase.data.reason, keys: ['i-1', 'i-1~2'] },
      }));
  it('is done once; what was reported since is erased anew', () => {
    given(...closed, erased)
      .when(erase)
      .thenNothing();
    given(begun, erased, linked('r-2', kept('i-1~2')), cancelled)
      .when(erase)
      .thenEvents({
        type: 'PersonalDataErased',
        data: { reason: erase.data.reason, keys: ['i-1~2'] },
      });
  });
  it('has nothing to do where nobody was named', () =>
    given({ ...reported, data: { ...reported.data, reporter: {} } }, cancelled)
      .when(erase)
      .thenNothing());
  it('waits for the incident’s end', () =>
    given(begun).when(erase).thenRejected('incidentStatus', 'incident', { status: 'reported' }));
  it('waits for a legal hold to be lifted', () =>
    given(...closed, { type: 'LegalHoldPlaced', data: { hold: 'h-1', reason: 'Court' } })
      .when(erase)
      .thenRejected('legalHold', 'incident'));
  it('needs a reason', () =>
    given(...closed)
      .when({ type: 'ErasePersonalData', data: { reason: ' ' } })
      .thenRejected('required', 'reason'));
  it('says that what was recorded in clear stays', () => {
    given(reported, cancelled)
      .when(erase)
      .thenRejected('personalDataInClear', 'incident', { count: 1 });
    given(begun, linked('r-2', { name: 'Zhao' }), cancelled)
      .when(erase)
      .thenEvents({
        type: 'PersonalDataErased',
        data: { reason: erase.data.reason, keys: ['i-1'], inClear: 1 },
      });
  });
  it('is carried on by a process manager, whose command decides nothing', () => {
    const stored = recorded<IncidentEvent>(erased, { at: now });
    const event = { ...stored, id: 'event', stream: 'incident-i-1' } as LogEvent;
    expect(erasure.react(event)).toMatchObject([
      { target: { stream: 'incident', id: 'i-1', command: { type: 'DestroyPersonalKeys' } } },
    ]);
    given(...closed, erased)
      .when({ type: 'DestroyPersonalKeys', data: {} })
      .thenNothing();
  });
});
