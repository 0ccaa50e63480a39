import { describe, expect, it } from 'vitest';
import { cityOf, profile } from '../../city.testkit.ts';
import {
  cancelled,
  commander,
  committed,
  context,
  open,
  reported,
  resolved,
} from '../../incident.testkit.ts';
import { recorded, specification } from '../../specification.testkit.ts';
import { incidentDecider } from '../decide.ts';
import type { IncidentEvent } from '../events.ts';

const named = (id: string) => ({ id, name: { zh: `${id} 中文`, en: id } });
const city = cityOf({
  ...profile,
  jurisdictions: [named('north')],
  capabilities: [named('water')],
});
const { given } = specification(incidentDecider, { ...context, city });

const wanted = {
  request: 'r-1',
  jurisdiction: 'north',
  capability: 'water',
  count: 2,
  reason: 'All of ours are out',
};
const offer = { callSign: 'N7', department: 'fire', kind: 'engine' };
const ask = (more: object = {}) =>
  ({ type: 'RequestMutualAid', data: { ...wanted, ...more } }) as const;
const answer = (more: object = {}) =>
  ({
    type: 'AnswerMutualAid',
    data: { request: 'r-1', granted: true, units: [offer], note: '', ...more },
  }) as const;
const end = (more: object = {}) =>
  ({ type: 'EndMutualAid', data: { request: 'r-1', reason: 'Enough', ...more } }) as const;

const requested: IncidentEvent = { type: 'MutualAidRequested', data: wanted };
const about = { request: 'r-1', jurisdiction: 'north' };
const answered = (more: object): IncidentEvent => ({
  type: 'MutualAidAnswered',
  data: {
    ...about,
    capability: 'water',
    city: 'xinghe',
    granted: true,
    units: [{ ...offer, unit: 'xinghe.north-N7' }],
    note: '',
    ...more,
  },
});
const granted = answered({});
const declined = answered({ granted: false, units: [], note: 'We have a fire too' });
const ended = (reason: string, units = ['xinghe.north-N7']): IncidentEvent => ({
  type: 'MutualAidEnded',
  data: { ...about, units, reason },
});

describe('[U10] asking another jurisdiction for units', () => {
  it('is recorded with what is wanted and why', () => {
    const incident = given(...open)
      .when(ask())
      .thenEvents(requested);
    expect(incident.mutualAid.get('r-1')).toMatchObject({ ...wanted, units: [] });
  });
  it.each<[object, string, string]>([
    [{ jurisdiction: 'moon' }, 'unknownJurisdiction', 'jurisdiction'],
    [{ capability: 'flying' }, 'unknownCapability', 'capability'],
    [{ count: 0 }, 'outOfRange', 'count'],
    [{ count: 51 }, 'outOfRange', 'count'],
    [{ count: 1.5 }, 'outOfRange', 'count'],
    [{ reason: '' }, 'required', 'reason'],
  ])('is refused: %j', (wrong, code, field) =>
    given(...open)
      .when(ask(wrong))
      .thenRejected(code as 'required', field),
  );
  it('needs an open incident and a new id', () => {
    given(...open, resolved)
      .when(ask())
      .thenRejected('incidentStatus', 'incident');
    given(...open, requested)
      .when(ask())
      .thenRejected('alreadyExists', 'request');
    given().when(ask()).thenRejected('unknownIncident', 'incident');
  });
  it('is granted with call signs, which become units of this city', () => {
    const incident = given(...open, requested)
      .when(answer())
      .thenEvents(granted);
    expect(incident.mutualAid.get('r-1')).toMatchObject({ answered: { granted: true } });
  });
  it('is declined with a reason, also late', () => {
    const no = answer({ granted: false, note: 'We have a fire too' });
    given(...open, requested)
      .when(no)
      .thenEvents(declined);
    given(...open, requested, resolved)
      .when(no)
      .thenEvents(declined);
    given(...open, requested)
      .when(answer({ granted: false }))
      .thenRejected('required', 'note');
  });
  it.each<[object, string, string]>([
    [{ units: [] }, 'required', 'units'],
    [{ units: Array(51).fill(offer) }, 'tooMany', 'units'],
    [{ units: [{ ...offer, callSign: '' }] }, 'required', 'units[0].callSign'],
    [{ units: [{ ...offer, callSign: 'N.7' }] }, 'notAnId', 'units[0].callSign'],
    [{ units: [{ ...offer, department: 'x' }] }, 'unknownDepartment', 'units[0].department'],
    [{ units: [{ ...offer, kind: '' }] }, 'required', 'units[0].kind'],
    [{ units: [offer, offer] }, 'alreadyExists', 'units[1].callSign'],
    [{ note: '\u202e' }, 'controlCharacters', 'note'],
    [{ request: 'r-9' }, 'unknownMutualAid', 'request'],
  ])('is not granted: %j', (wrong, code, field) =>
    given(...open, requested)
      .when(answer(wrong))
      .thenRejected(code as 'required', field),
  );
  it('is answered once, while it is open', () => {
    given(...open, requested, granted)
      .when(answer())
      .thenRejected('mutualAidAnswered', 'request');
    given(...open, requested, ended('x', []))
      .when(answer())
      .thenRejected('mutualAidAnswered', 'request');
    given(...open, requested, resolved)
      .when(answer())
      .thenRejected('incidentStatus', 'incident');
  });
});

describe('[U10] the end of mutual aid', () => {
  it('sends the units home', () => {
    const incident = given(...open, requested, granted)
      .when(end())
      .thenEvents(ended('Enough'));
    expect(incident.mutualAid.get('r-1')?.ended).toMatchObject({ reason: 'Enough' });
    given(...open, requested)
      .when(end())
      .thenEvents(ended('Enough', []));
  });
  it('needs a reason and a request, and happens once', () => {
    given(...open, requested)
      .when(end({ reason: '' }))
      .thenRejected('required', 'reason');
    given(...open)
      .when(end())
      .thenRejected('unknownMutualAid', 'request');
    given(...open, requested, declined)
      .when(end())
      .thenNothing();
    given(...open, requested, granted, ended('x'))
      .when(end())
      .thenNothing();
  });
  it('comes with the incident’s', () => {
    given(...open, requested, granted, resolved)
      .when({ type: 'CloseIncident', data: { note: '' } }, { actor: commander })
      .thenEvents(ended(''), { type: 'IncidentClosed', data: { note: '' } });
    given(reported, requested, granted)
      .when({ type: 'CancelIncident', data: cancelled.data })
      .thenEvents(ended(''), cancelled);
  });
});

describe('what of it concerns others', () => {
  it('is only the same request', () => {
    const other = recorded<IncidentEvent>({
      type: 'MutualAidRequested',
      data: { ...wanted, request: 'r-2' },
    });
    expect(incidentDecider.touches(answer(), recorded(granted))).toBe(true);
    expect(incidentDecider.touches(end(), recorded(granted))).toBe(true);
    expect(incidentDecider.touches(end(), other)).toBe(false);
    expect(incidentDecider.touches(ask(), recorded(resolved))).toBe(false);
  });
});

describe('[U8] accountability carried into the record', () => {
  const check = (result: 'confirmed' | 'overdue', number = 1) => ({
    assignment: 'a-1',
    unit: 'xinghe.E1',
    check: number,
    result,
  });
  const carry = (data: ReturnType<typeof check>) => ({ type: 'CarryPar', data }) as const;
  const noted = (data: ReturnType<typeof check>): IncidentEvent => ({
    type: 'UnitParRecorded',
    data,
  });
  it('is recorded once', () => {
    const incident = given(...open, committed)
      .when(carry(check('overdue')))
      .thenEvents(noted(check('overdue')));
    expect(incident.commitments.get('a-1')?.par).toMatchObject({ check: 1, result: 'overdue' });
    given(...open, committed, noted(check('overdue')))
      .when(carry(check('overdue')))
      .thenNothing();
    given(...open, committed, noted(check('overdue')), noted(check('confirmed')))
      .when(carry(check('overdue')))
      .thenNothing();
    given(...open, committed, noted(check('confirmed', 2)))
      .when(carry(check('confirmed')))
      .thenNothing();
  });
  it('follows a late answer and the next check', () => {
    given(...open, committed, noted(check('overdue')))
      .when(carry(check('confirmed')))
      .thenEvents(noted(check('confirmed')));
    given(...open, committed, noted(check('confirmed')))
      .when(carry(check('overdue', 2)))
      .thenEvents(noted(check('overdue', 2)));
    given(...open)
      .when(carry(check('overdue')))
      .thenNothing();
  });
});
