import { describe, expect, it } from 'vitest';
import {
  cancelled,
  given as givenIncident,
  open,
  reported,
  resolved,
} from '../incident.testkit.ts';
import { later, recorded, specification } from '../specification.testkit.ts';
import {
  dispatched,
  facts,
  first,
  given,
  incident,
  onDuty,
  reach,
  ready,
  registered,
  second,
  stacked,
  unitContext,
  who,
} from '../unit.testkit.ts';
import { unitDecider } from './decide.ts';
import type { Stage, UnitEvent } from './events.ts';

const dispatch = (data: object = first) =>
  ({ type: 'DispatchUnit', data: { ...first, ...data } }) as const;
const record = (stage: Exclude<Stage, 'dispatched'>, assignment = 'a-1') =>
  ({ type: 'RecordStage', data: { assignment, stage } }) as const;
const activate = (assignment: string) =>
  ({ type: 'ActivateAssignment', data: { assignment } }) as const;
const cancel = (assignment: string, reason = 'Nearer one free') =>
  ({ type: 'CancelAssignment', data: { assignment, reason } }) as const;
const withdrawn: UnitEvent = {
  type: 'AssignmentCancelled',
  data: { ...first, reason: 'Nearer one free' },
};
const offDuty = { type: 'GoOffDuty', data: { reason: 'Shift over' } } as const;

describe('registering and duty', () => {
  it('registers once', () => {
    given().when({ type: 'RegisterUnit', data: facts }).thenEvents(registered);
    given(registered).when({ type: 'RegisterUnit', data: facts }).thenNothing();
  });
  it.each(['callSign', 'station', 'department'])('needs its %s', (field) =>
    given()
      .when({ type: 'RegisterUnit', data: { ...facts, [field]: '' } })
      .thenRejected('required', field),
  );
  it.each([
    { type: 'GoOnDuty', data: {} } as const,
    offDuty,
    dispatch(),
    activate('a-1'),
    record('enRoute'),
    cancel('a-1'),
  ])('nobody knows an unregistered unit: $type', (command) =>
    given().when(command).thenRejected('unknownUnit', 'unit'),
  );
  it('goes on and off duty', () => {
    given(registered).when({ type: 'GoOnDuty', data: {} }).thenEvents(onDuty);
    given(...ready)
      .when({ type: 'GoOnDuty', data: {} })
      .thenNothing();
    const unit = given(...ready)
      .when(offDuty)
      .thenEvents({ type: 'UnitOffDuty', data: offDuty.data });
    expect(unit.onDuty).toBe(false);
    given(registered).when(offDuty).thenNothing();
  });
  it('does not go off duty while committed, nor without a reason', () => {
    given(...ready, dispatched)
      .when(offDuty)
      .thenRejected('unitCommitted', 'unit', { incident: 'i-1', stage: 'dispatched' });
    given(...ready)
      .when({ type: 'GoOffDuty', data: { reason: '' } })
      .thenRejected('required', 'reason');
  });
});

describe('dispatching', () => {
  it('commits the unit and says who goes', () => {
    const unit = given(...ready)
      .when(dispatch())
      .thenEvents(dispatched);
    expect(unit.active).toMatchObject({ ...first, stage: 'dispatched' });
  });
  it('goes before the confirmation too, and under a task of the incident', () => {
    given(...ready)
      .when(dispatch(), { incident: givenIncident(reported).state })
      .thenEvents(dispatched);
    given(...ready)
      .when(dispatch({ task: 'nowhere' }))
      .thenRejected('unknownTask', 'task', { task: 'nowhere' });
  });
  it('needs an incident that there is and that is open', () => {
    given(...ready)
      .when(dispatch(), { incident: undefined })
      .thenRejected('unknownIncident', 'incident');
    for (const end of [resolved, cancelled])
      given(...ready)
        .when(dispatch(), { incident: givenIncident(...open, end).state })
        .thenRejected('incidentStatus', 'incident', {
          status: end === resolved ? 'resolved' : 'cancelled',
        });
  });
  it('stays in its own city', () =>
    given(...ready)
      .when(dispatch(), { incident: { ...incident, city: 'elsewhere' } })
      .thenRejected('unknownUnit', 'unit'));
  it('needs a unit on duty', () =>
    given(registered).when(dispatch()).thenRejected('unitOffDuty', 'unit', { callSign: 'E1' }));
  it('[U1] does not commit it twice, and says where it is', () =>
    given(...ready, dispatched, reach('onScene'))
      .when(dispatch(second))
      .thenRejected('unitCommitted', 'unit', {
        callSign: 'E1',
        incident: 'i-1',
        stage: 'onScene',
      }));
  it('stacks where it is asked to, else goes at once', () => {
    const unit = given(...ready, dispatched)
      .when(dispatch({ ...second, stack: true }))
      .thenEvents(stacked);
    expect(unit.stacked).toMatchObject([{ ...second, stage: 'stacked' }]);
    given(...ready)
      .when(dispatch({ stack: true }))
      .thenEvents(dispatched);
  });
  it('[U1] promises it to an incident once', () => {
    given(...ready, dispatched)
      .when(dispatch({ assignment: 'a-9', stack: true }))
      .thenRejected('alreadyExists', 'assignment', { assignment: 'a-1' });
    given(...ready, dispatched, stacked)
      .when(dispatch({ assignment: 'a-9', incident: 'i-2', stack: true }))
      .thenRejected('alreadyExists', 'assignment', { assignment: 'a-2' });
  });
  it('[U1] uses an assignment id once: held, waiting, ended or another unit’s', () => {
    given(...ready, dispatched)
      .when(dispatch({ incident: 'i-3', stack: true }))
      .thenRejected('alreadyExists', 'assignment');
    given(...ready, dispatched, stacked)
      .when(dispatch({ assignment: 'a-2', incident: 'i-3', stack: true }))
      .thenRejected('alreadyExists', 'assignment');
    given(...ready, dispatched, withdrawn)
      .when(dispatch())
      .thenRejected('alreadyExists', 'assignment');
    const other = {
      ...first,
      unit: 'xinghe.E2',
      callSign: 'E2',
      department: 'fire',
      stacked: false,
    };
    given(...ready)
      .when(dispatch(), {
        incident: givenIncident(...open, { type: 'UnitCommitted', data: other }).state,
      })
      .thenRejected('alreadyExists', 'assignment');
  });
});

describe('[U3] stages', () => {
  it.each(['enRoute', 'onScene', 'transporting', 'atDestination'] as const)(
    'reach %s, however many are left out',
    (stage) => {
      const unit = given(...ready, recorded(dispatched, { at: later(1) }))
        .when(record(stage))
        .thenEvents(reach(stage, stage === 'onScene' ? { parDue: later(900) } : {}));
      expect(unit.active).toMatchObject({ stage, reached: { dispatched: later(1) } });
    },
  );
  it('end with cleared', () => {
    const unit = given(...ready, dispatched, reach('onScene'))
      .when(record('cleared'))
      .thenEvents(reach('cleared'));
    expect(unit.active).toBeUndefined();
    expect([...unit.ended]).toEqual(['a-1']);
  });
  it('are not reached twice and never go back', () => {
    given(...ready, dispatched, reach('onScene'))
      .when(record('onScene'))
      .thenNothing();
    given(...ready, dispatched, reach('onScene'))
      .when(record('enRoute'))
      .thenRejected('stageOrder', 'stage', { stage: 'enRoute', reached: 'onScene' });
  });
  it('carry a note where they were inferred', () => {
    const data = { assignment: 'a-1', stage: 'enRoute', note: 'Inferred' } as const;
    given(...ready, dispatched)
      .when({ type: 'RecordStage', data })
      .thenEvents({ type: 'AssignmentStageReached', data: { ...data, incident: 'i-1' } });
    given(...ready, dispatched)
      .when({ type: 'RecordStage', data: { ...data, note: '\u202e' } })
      .thenRejected('controlCharacters', 'note');
  });
  it('belong to the active assignment alone', () => {
    given(...ready, dispatched, stacked)
      .when(record('enRoute', 'a-2'))
      .thenRejected('assignmentStacked', 'assignment');
    given(...ready, dispatched, withdrawn)
      .when(record('enRoute'))
      .thenRejected('assignmentStatus', 'assignment', { status: 'ended' });
    given(...ready)
      .when(record('enRoute', 'a-7'))
      .thenRejected('unknownAssignment', 'assignment', { assignment: 'a-7' });
  });
});

describe('what is stacked', () => {
  const activated: UnitEvent = { type: 'AssignmentActivated', data: second };

  it('becomes active when the unit is free', () => {
    const unit = given(...ready, dispatched, stacked, reach('cleared'))
      .when(activate('a-2'))
      .thenEvents(activated);
    expect(unit).toMatchObject({ active: { ...second, stage: 'dispatched' }, stacked: [] });
  });
  it('[U1] waits while the unit is committed', () =>
    given(...ready, dispatched, stacked)
      .when(activate('a-2'))
      .thenRejected('unitCommitted', 'unit', { incident: 'i-1' }));
  it('waits while the unit is off duty', () =>
    given(...ready, dispatched, stacked, reach('cleared'), {
      type: 'UnitOffDuty',
      data: offDuty.data,
    })
      .when(activate('a-2'))
      .thenRejected('unitOffDuty', 'unit', { callSign: 'E1' }));
  it('is activated once, and only if it waits', () => {
    given(...ready, dispatched)
      .when(activate('a-1'))
      .thenNothing();
    given(...ready, dispatched, withdrawn)
      .when(activate('a-1'))
      .thenRejected('assignmentStatus', 'assignment');
    given(...ready)
      .when(activate('a-7'))
      .thenRejected('unknownAssignment', 'assignment');
  });
});

describe('cancelling', () => {
  it('frees the unit', () => {
    const unit = given(...ready, dispatched)
      .when(cancel('a-1'))
      .thenEvents(withdrawn);
    expect(unit.active).toBeUndefined();
  });
  it('takes a promise back and leaves the active one', () => {
    const unit = given(...ready, dispatched, stacked)
      .when(cancel('a-2'))
      .thenEvents({ type: 'AssignmentCancelled', data: { ...second, reason: 'Nearer one free' } });
    expect(unit).toMatchObject({ active: first, stacked: [] });
  });
  it('needs a reason and an assignment that is held', () => {
    given(...ready, dispatched)
      .when(cancel('a-1', ''))
      .thenRejected('required', 'reason');
    given(...ready)
      .when(cancel('a-7'))
      .thenRejected('unknownAssignment', 'assignment');
    given(...ready, dispatched, withdrawn)
      .when(cancel('a-1'))
      .thenRejected('assignmentStatus', 'assignment');
  });
});

it('any other event in the unit’s stream concerns every command on it, but what comes by itself', () => {
  expect(unitDecider.touches(dispatch(), recorded(onDuty))).toBe(true);
  const position: UnitEvent = {
    type: 'UnitPositionReported',
    data: { lon: 110.5, lat: 30.5, at: later(1) },
  };
  expect(unitDecider.touches(dispatch(), recorded(position))).toBe(false);
  expect(
    unitDecider.touches({ type: 'ReportPosition', data: position.data }, recorded(onDuty)),
  ).toBe(false);
});

describe('[L2] an exercise', () => {
  const drill = { ...unitContext, incident: { ...incident, exercise: true } };
  const sent: UnitEvent = { type: 'UnitDispatched', data: { ...first, ...who, exercise: true } };
  const isExercise = (event: UnitEvent, ...before: UnitEvent[]): boolean | undefined =>
    unitDecider.exercise?.(specification(unitDecider, drill).given(...before).state, event);

  it('marks the dispatch and everything done under it', () => {
    specification(unitDecider, drill)
      .given(...ready)
      .when(dispatch())
      .thenEvents(sent);
    expect(isExercise(sent, ...ready)).toBe(true);
    expect(isExercise(reach('enRoute'), ...ready, sent)).toBe(true);
    expect(isExercise(withdrawn, ...ready, sent)).toBe(true);
  });
  it('leaves what is real unmarked', () => {
    expect(isExercise(dispatched, ...ready)).toBe(false);
    expect(isExercise(reach('enRoute'), ...ready, dispatched)).toBe(false);
    expect(isExercise(onDuty, registered)).toBe(false);
  });
});
