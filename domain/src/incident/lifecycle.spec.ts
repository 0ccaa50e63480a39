import { describe, expect, it } from 'vitest';
import {
  assigned,
  call,
  cancelled,
  cleared,
  closed,
  commander,
  committed,
  confirmed,
  contained,
  fireLiaison,
  given,
  open,
  policeTask,
  reported,
  resolved,
  responsible,
  taskIn,
} from '../incident.testkit.ts';
import { dispatcher, later, person, recorded } from '../specification.testkit.ts';
import { incidentDecider } from './decide.ts';

const report = { type: 'ReportIncident', data: call } as const;
const confirm = { type: 'ConfirmIncident', data: { type: 'gas-leak' } } as const;
const resolve = { type: 'ResolveIncident', data: { summary: 'Leak closed' } } as const;
const close = { type: 'CloseIncident', data: { note: '' } } as const;
const reopen = { type: 'ReopenIncident', data: { reason: 'Smell again' } } as const;
const cancel = {
  type: 'CancelIncident',
  data: { reason: 'false', note: 'Nobody there' },
} as const;
const calledBack = [{ unit: 'xinghe.E1', assignment: 'a-1' }];
const onScene = {
  type: 'UnitStageRecorded',
  data: { assignment: 'a-1', unit: 'xinghe.E1', stage: 'onScene' },
} as const;

describe('reporting', () => {
  it('records the report; it is no exercise unless it says so', () => {
    const incident = given().when(report).thenEvents(reported);
    expect(incident).toMatchObject({ id: 'i-1', status: 'reported', exercise: false });
    expect(incident.reported).toMatchObject({ by: dispatcher });
  });
  it('refuses an incident that there is', () =>
    given(reported).when(report).thenRejected('alreadyExists', 'incident', { incident: 'i-1' }));
  it('refuses an unknown city', () =>
    given().when(report, { city: undefined }).thenRejected('unknownCity', 'city'));
  it('refuses an unknown channel', () => {
    const data = { ...call, channel: 'pigeon' as 'phone' };
    given().when({ type: 'ReportIncident', data }).thenRejected('notOneOf', 'channel');
  });
  it.each([
    ['what', { what: ' ' }, 'required'],
    ['what', { what: '长'.repeat(20_480) }, 'tooLong'],
    ['reporter.name', { reporter: { name: 'n'.repeat(201) } }, 'tooLong'],
    ['reporter.phone', { reporter: { phone: '1'.repeat(41) } }, 'tooLong'],
    ['reference', { reference: 'bell\u0007' }, 'controlCharacters'],
  ] as const)('names the faulty field %s', (field, wrong, code) =>
    given()
      .when({ type: 'ReportIncident', data: { ...call, ...wrong } })
      .thenRejected(code, field),
  );
  it('lets the reporter stay unknown', () =>
    given()
      .when({ type: 'ReportIncident', data: { ...call, reporter: {} } })
      .thenEvents({ type: 'IncidentReported', data: { ...reported.data, reporter: {} } }));
});

describe('anything else on an incident that nobody reported', () => {
  it.each([confirm, resolve, close, reopen, cancel, { type: 'VerifyTask', data: { task: 't' } }])(
    'is refused: $type',
    (command) =>
      given()
        .when(command as typeof confirm)
        .thenRejected('unknownIncident', 'incident'),
  );
});

describe('confirming', () => {
  it('takes class, grade and priority from the type', () => {
    const incident = given(reported).when(confirm).thenEvents(confirmed, responsible);
    expect(incident).toMatchObject({ status: 'confirmed', grade: 3, priority: 2 });
  });
  it('lets the dispatcher judge otherwise', () =>
    given(reported)
      .when({
        type: 'ConfirmIncident',
        data: { type: 'gas-leak', class: 'publicHealth', grade: 1, priority: 1 },
      })
      .thenEvents(
        {
          type: 'IncidentConfirmed',
          data: { type: 'gas-leak', class: 'publicHealth', grade: 1, priority: 1 },
        },
        responsible,
      ));
  it('is already responding when a unit went before', () => {
    const incident = given(reported, committed).when(confirm).thenEvents(confirmed, responsible);
    expect(incident.status).toBe('responding');
  });
  it('refuses an unknown type', () =>
    given(reported)
      .when({ type: 'ConfirmIncident', data: { type: 'dragon' } })
      .thenRejected('unknownType', 'type', { type: 'dragon' }));
  it.each([
    ['class', { class: 'magic' as 'publicHealth' }],
    ['grade', { grade: 0 as 1 }],
    ['priority', { priority: 5 as 1 }],
  ])('refuses an unknown %s', (field, wrong) =>
    given(reported)
      .when({ type: 'ConfirmIncident', data: { type: 'gas-leak', ...wrong } })
      .thenRejected('notOneOf', field),
  );
  it('happens once', () =>
    given(...open)
      .when(confirm)
      .thenRejected('incidentStatus', 'incident', { status: 'confirmed', wanted: 'reported' }));
});

describe('notes and containment', () => {
  it('takes a note in any status, even when closed', () => {
    const note = { type: 'NoteAdded', data: { note: 'n-1', text: 'Caller thanked' } } as const;
    const incident = given(...open, resolved, closed)
      .when({ type: 'AddNote', data: note.data })
      .thenEvents(note);
    expect(incident).toMatchObject({ status: 'closed', notes: [{ id: 'n-1', by: dispatcher }] });
  });
  it('refuses an empty note', () =>
    given(reported)
      .when({ type: 'AddNote', data: { note: 'n-1', text: '' } })
      .thenRejected('required', 'text'));
  it('contains what is confirmed or being responded to', () => {
    const mark = { type: 'MarkContained', data: {} } as const;
    expect(
      given(...open)
        .when(mark)
        .thenEvents(contained).status,
    ).toBe('contained');
    given(...open, committed)
      .when(mark)
      .thenEvents(contained);
    given(reported).when(mark).thenRejected('incidentStatus', 'incident');
    given(...open, contained)
      .when(mark)
      .thenRejected('incidentStatus', 'incident');
  });
});

describe('resolving', () => {
  it.each([[open], [[...open, contained]]])('ends the work', (events) => {
    const incident = given(...events)
      .when(resolve)
      .thenEvents({ type: 'IncidentResolved', data: resolve.data });
    expect(incident).toMatchObject({ status: 'resolved', resolved: { by: dispatcher } });
  });
  it('[U9] calls back the units that have not arrived', () => {
    given(...open, committed)
      .when(resolve)
      .thenEvents({ type: 'IncidentResolved', data: { ...resolve.data, release: calledBack } });
    given(...open, committed, onScene)
      .when(resolve)
      .thenEvents({ type: 'IncidentResolved', data: resolve.data });
  });
  it('needs a confirmed incident and a summary', () => {
    given(reported).when(resolve).thenRejected('incidentStatus', 'incident');
    given(...open, resolved)
      .when(resolve)
      .thenRejected('incidentStatus', 'incident');
    given(...open)
      .when({ type: 'ResolveIncident', data: { summary: '' } })
      .thenRejected('required', 'summary');
  });
});

describe('[T6] closing', () => {
  it('is done by another one, when nothing is left to do', () => {
    const incident = given(...taskIn.verified, committed, cleared, resolved)
      .when(close, { actor: commander })
      .thenEvents({ type: 'IncidentClosed', data: { note: '' } });
    expect(incident.status).toBe('closed');
  });
  it.each(['assigned', 'objected', 'started', 'done', 'returned'] as const)(
    'is refused while a task is %s',
    (status) =>
      given(...taskIn[status], resolved)
        .when(close, { actor: commander })
        .thenRejected('openTasks', 'incident', { count: 1, departments: 'fire' }),
  );
  it('is refused while a unit is out', () =>
    given(...open, committed, resolved)
      .when(close, { actor: commander })
      .thenRejected('committedUnits', 'incident', { count: 1, units: 'E1' }));
  it('is possible after the unit was withdrawn', () =>
    given(
      ...open,
      committed,
      {
        type: 'UnitWithdrawn',
        data: { assignment: 'a-1', unit: 'xinghe.E1', reason: 'Not needed' },
      },
      resolved,
    )
      .when(close, { actor: commander })
      .thenEvents({ type: 'IncidentClosed', data: { note: '' } }));
  it('is not for the one who resolved it', () =>
    given(...open, resolved)
      .when(close)
      .thenRejected('handlerMayNotClose', 'incident', { name: dispatcher.name }));
  it('is not for one who did a task', () =>
    given(...taskIn.verified, resolved)
      .when(close, { actor: fireLiaison })
      .thenRejected('handlerMayNotClose', 'incident', { name: fireLiaison.name }));
  it('is not for one who only started a task', () =>
    given(
      ...taskIn.accepted,
      recorded({ type: 'TaskStarted', data: { task: 't-fire' } }, { by: person('crew', 'fire') }),
      ...taskIn.verified.slice(-2),
      resolved,
    )
      .when(close, { actor: person('crew', 'fire') })
      .thenRejected('handlerMayNotClose', 'incident'));
  it('needs a resolved incident', () => {
    given(...open)
      .when(close)
      .thenRejected('incidentStatus', 'incident', { wanted: 'resolved' });
    given(reported).when(close).thenRejected('incidentStatus', 'incident');
    given(...open, resolved, closed)
      .when(close)
      .thenRejected('incidentStatus', 'incident');
    given(reported, cancelled).when(close).thenRejected('incidentStatus', 'incident');
  });
  it('says what hinders it first, whatever the status', () =>
    given(...taskIn.started)
      .when(close)
      .thenRejected('openTasks', 'incident'));
  it('takes a fit note only', () =>
    given(...open, resolved)
      .when({ type: 'CloseIncident', data: { note: '\u0000' } }, { actor: commander })
      .thenRejected('controlCharacters', 'note'));
});

describe('cancelling', () => {
  it('cancels the open tasks with it and leaves the verified ones', () => {
    const incident = given(...taskIn.verified, assigned(policeTask))
      .when(cancel)
      .thenEvents(
        { type: 'TaskCancelled', data: { task: 't-police', reason: 'Nobody there' } },
        { type: 'IncidentCancelled', data: cancel.data },
      );
    expect(incident.status).toBe('cancelled');
    expect([...incident.tasks.values()].map((task) => task.status)).toEqual([
      'verified',
      'cancelled',
    ]);
  });
  it('is refused while a unit is on scene', () =>
    given(...open, committed, onScene)
      .when(cancel)
      .thenRejected('committedUnits', 'incident', { units: 'E1' }));
  it('[U9] calls back the units that have not arrived', () =>
    given(...open, committed)
      .when(cancel)
      .thenEvents({ type: 'IncidentCancelled', data: { ...cancel.data, release: calledBack } }));
  it('needs a known reason and a note', () => {
    given(reported)
      .when({ type: 'CancelIncident', data: { reason: 'bored' as 'test', note: 'x' } })
      .thenRejected('notOneOf', 'reason');
    given(reported)
      .when({ type: 'CancelIncident', data: { reason: 'test', note: '' } })
      .thenRejected('required', 'note');
  });
  it.each([[[...open, resolved]], [[...open, resolved, closed]], [[reported, cancelled]]])(
    'is too late after the end',
    (events) =>
      given(...events)
        .when(cancel)
        .thenRejected('incidentStatus', 'incident'),
  );
});

describe('reopening', () => {
  it.each([
    ['resolved', [...open, resolved], 'responding'],
    ['closed', [...open, resolved, closed], 'responding'],
    ['cancelled unconfirmed', [reported, cancelled], 'reported'],
    ['cancelled', [...open, cancelled], 'responding'],
  ] as const)('takes up what was %s', (_, events, status) => {
    const incident = given(...events)
      .when(reopen)
      .thenEvents({ type: 'IncidentReopened', data: reopen.data });
    expect(incident.status).toBe(status);
    expect(incident).not.toHaveProperty('resolved');
    expect(incident).not.toHaveProperty('closed');
    expect(incident).not.toHaveProperty('cancelled');
  });
  it('is not for what is open, and needs a reason', () => {
    given(...open)
      .when(reopen)
      .thenRejected('incidentStatus', 'incident');
    given(...open, resolved)
      .when({ type: 'ReopenIncident', data: { reason: '' } })
      .thenRejected('required', 'reason');
  });
});

describe('units carried into the record', () => {
  const carry = { type: 'CarryCommitment', data: committed.data } as const;
  const stage = (name: 'enRoute' | 'cleared') =>
    ({
      type: 'CarryStage',
      data: { assignment: 'a-1', unit: 'xinghe.E1', stage: name },
    }) as const;
  const withdraw = {
    type: 'CarryWithdrawal',
    data: { assignment: 'a-1', unit: 'xinghe.E1', reason: 'Nearer one free' },
  } as const;

  it('are recorded and turn a confirmed incident into one responded to', () => {
    expect(
      given(...open)
        .when(carry)
        .thenEvents(committed).status,
    ).toBe('responding');
    expect(given(reported).when(carry).thenEvents(committed).status).toBe('reported');
  });
  it('[U9] are recorded whatever the status by then, as too late: the unit did go', () => {
    const late = (how: 'resolved' | 'closed'): typeof committed => ({
      type: 'UnitCommitted',
      data: { ...committed.data, late: how },
    });
    given(...open, resolved)
      .when(carry)
      .thenEvents(late('resolved'));
    expect(
      given(...open, resolved, closed)
        .when(carry)
        .thenEvents(late('closed')).status,
    ).toBe('closed');
  });
  it('keep when each stage was reached', () => {
    const incident = given(...open, recorded(committed, { at: later(0) }))
      .when(stage('enRoute'))
      .thenEvents({ type: 'UnitStageRecorded', data: stage('enRoute').data });
    expect(incident.commitments.get('a-1')).toMatchObject({
      stage: 'enRoute',
      reached: { dispatched: later(0) },
    });
  });
  it('[U2] are recorded once', () => {
    given(...open, committed)
      .when(carry)
      .thenNothing();
    given(...open, committed, cleared)
      .when(stage('cleared'))
      .thenNothing();
    given(...open, committed, { type: 'UnitWithdrawn', data: withdraw.data })
      .when(withdraw)
      .thenNothing();
  });
  it('are withdrawn', () =>
    given(...open, committed)
      .when(withdraw)
      .thenEvents({ type: 'UnitWithdrawn', data: withdraw.data }));
  it('need the commitment first', () => {
    given(...open)
      .when(stage('enRoute'))
      .thenNothing();
    given(...open)
      .when(withdraw)
      .thenNothing();
  });
  it('begin as stacked where they wait', () => {
    const data = { ...committed.data, stacked: true };
    const incident = given(...open)
      .when({ type: 'CarryCommitment', data })
      .thenEvents({ type: 'UnitCommitted', data });
    expect(incident.commitments.get('a-1')).toMatchObject({ stage: 'stacked' });
  });
});

describe('the exercise mark', () => {
  const drill = { ...reported, data: { ...reported.data, exercise: true } } as const;

  it('comes from the report', () => {
    given()
      .when({ type: 'ReportIncident', data: { ...call, exercise: true } })
      .thenEvents(drill);
    expect(incidentDecider.exercise?.(incidentDecider.initial, drill)).toBe(true);
  });
  it('is on every later event', () => {
    const { state } = given(drill);
    expect(incidentDecider.exercise?.(state, confirmed)).toBe(true);
    expect(incidentDecider.exercise?.(given(reported).state, confirmed)).toBe(false);
  });
});
