import { describe, expect, it } from 'vitest';
import { derivedId } from '../../derivedId.ts';
import { call, closed, given, merged, open, reported, resolved } from '../../incident.testkit.ts';
import { later, now } from '../../specification.testkit.ts';
import type { IncidentEvent } from '../events.ts';
import type { Channel } from './events.ts';

type Of<T extends IncidentEvent['type']> = Extract<IncidentEvent, { type: T }>;

const second = {
  report: 'r-2',
  channel: 'citizen',
  what: 'Gas in the whole house',
  place: { address: '1 River Road' },
  reporter: {},
} as const;
const link = { type: 'LinkReport', data: second } as const;
const linked: Of<'ReportLinked'> = { type: 'ReportLinked', data: second };
const unlink = (report: string) =>
  ({ type: 'UnlinkReport', data: { report, reason: 'Other house' } }) as const;
const unlinked: Of<'ReportUnlinked'> = {
  type: 'ReportUnlinked',
  data: {
    report: 'r-2',
    reason: 'Other house',
    becomes: {
      ...second,
      incident: derivedId('unlinked', 'i-1', 'r-2'),
      city: 'xinghe',
      exercise: false,
    },
  },
};

describe('[J1] what a report says of itself', () => {
  it.each<Channel>(['phone', 'hotline', 'citizen', 'inspector', 'camera', 'sensor', 'agency'])(
    'comes in by %s',
    (channel) => {
      given()
        .when({ type: 'ReportIncident', data: { ...call, channel } })
        .thenEvents({ type: 'IncidentReported', data: { ...reported.data, channel } });
    },
  );
  it('has a call clock, kept in UTC', () => {
    const clock = {
      receivedAt: '2026-03-01T15:59:40+08:00',
      answeredAt: '2026-03-01T15:59:52+08:00',
    };
    const utc = { receivedAt: later(-20), answeredAt: later(-8) };
    const incident = given()
      .when({ type: 'ReportIncident', data: { ...call, ...clock } })
      .thenEvents({ type: 'IncidentReported', data: { ...reported.data, ...utc } });
    expect(incident).toMatchObject(utc);
  });
  it.each([
    ['answeredAt', { receivedAt: now, answeredAt: later(-1) }, 'answeredBeforeItRang'],
    ['receivedAt', { receivedAt: later(60) }, 'inTheFuture'],
    ['answeredAt', { answeredAt: later(60) }, 'inTheFuture'],
    ['receivedAt', { receivedAt: 'noon' }, 'notATime'],
  ] as const)('refuses a wrong %s: %o', (field, clock, code) => {
    given()
      .when({ type: 'ReportIncident', data: { ...call, ...clock } })
      .thenRejected(code, field);
    given(reported)
      .when({ type: 'LinkReport', data: { ...second, ...clock } })
      .thenRejected(code, field);
  });
  it('may suspect a type that the city has', () => {
    const suspected = { ...reported.data, kind: 'gas-leak' };
    given()
      .when({ type: 'ReportIncident', data: { ...call, kind: 'gas-leak' } })
      .thenEvents({ type: 'IncidentReported', data: suspected });
    given()
      .when({ type: 'ReportIncident', data: { ...call, kind: 'dragon' } })
      .thenRejected('unknownType', 'kind');
  });
  it('adds nothing when a system sends it again under its number', () => {
    const sensor = { ...call, channel: 'sensor', reference: 'GAS-17' } as const;
    const known: IncidentEvent = {
      type: 'IncidentReported',
      data: { ...sensor, exercise: false },
    };
    given(known).when({ type: 'ReportIncident', data: sensor }).thenNothing();
    for (const other of [{ reference: 'GAS-18' }, { channel: 'camera' as const }, { report: 'r' }])
      given(known)
        .when({ type: 'ReportIncident', data: { ...sensor, ...other } })
        .thenRejected('alreadyExists', 'incident');
  });
});

describe('[J3] further reports of an incident', () => {
  it('are linked to it while it is open', () => {
    const incident = given(reported).when(link).thenEvents(linked);
    expect([...incident.linked.keys()]).toEqual(['r-2']);
    given(...open)
      .when(link)
      .thenEvents(linked);
  });
  it('are linked once, and the first is no other', () => {
    given(reported, linked).when(link).thenNothing();
    given(reported)
      .when({ type: 'LinkReport', data: { ...second, report: 'r-1' } })
      .thenNothing();
  });
  it('are not linked to what has ended or went into another', () => {
    given(...open, resolved)
      .when(link)
      .thenRejected('incidentStatus', 'incident');
    given(...open, resolved, closed)
      .when(link)
      .thenRejected('incidentStatus', 'incident');
    given(...open, merged)
      .when(link)
      .thenRejected('incidentMerged', 'incident');
  });
  it.each([
    ['what', { what: '' }, 'required'],
    ['channel', { channel: 'pigeon' as Channel }, 'notOneOf'],
    ['place.cell', { place: { address: 'x', cell: 'mars' } }, 'unknownCell'],
    ['place.address', { place: { address: '' } }, 'required'],
    ['reference', { reference: 'x'.repeat(65) }, 'tooLong'],
  ] as const)('are checked like the first: %s', (field, wrong, code) =>
    given(reported)
      .when({ type: 'LinkReport', data: { ...second, ...wrong } })
      .thenRejected(code, field),
  );
  it('become an incident of their own when taken off', () => {
    const incident = given(reported, linked).when(unlink('r-2')).thenEvents(unlinked);
    expect(incident.linked.size).toBe(0);
    given(reported, linked, unlinked).when(unlink('r-2')).thenNothing();
    given(reported, linked, unlinked).when(link).thenRejected('alreadyExists', 'report');
    given(...open, linked, resolved, closed)
      .when(unlink('r-2'))
      .thenEvents(unlinked);
  });
  it('are taken off with a reason, and only they', () => {
    given(reported, linked)
      .when({ type: 'UnlinkReport', data: { report: 'r-2', reason: ' ' } })
      .thenRejected('required', 'reason');
    given(reported).when(unlink('r-1')).thenRejected('firstReport', 'report');
    given(reported).when(unlink('r-9')).thenRejected('unknownReport', 'report');
    given(reported, linked, merged).when(unlink('r-2')).thenRejected('incidentMerged', 'incident');
  });
});
