import { describe, expect, it } from 'vitest';
import {
  assigned,
  cancelled,
  closed,
  committed,
  open,
  policeTask,
  reported,
  resolved,
} from '../../incident.testkit.ts';
import {
  application,
  clearTask,
  engines,
  enginesRequested,
  findTask,
  gasApplied,
  gasPlan,
  inPlanCity,
  planCity,
} from '../../plans.testkit.ts';
import { later, person, recorded, specification } from '../../specification.testkit.ts';
import { unitDecider } from '../../unit/decide.ts';
import type { UnitEvent } from '../../unit/events.ts';
import { unitContext } from '../../unit.testkit.ts';
import { incidentDecider } from '../decide.ts';
import type { IncidentEvent } from '../events.ts';
import type { PlanCommand, WantedParts } from './commands.ts';
import { isFilled } from './partsThere.ts';

const { given } = specification(incidentDecider, inPlanCity);
type Apply = Extract<PlanCommand, { type: 'ApplyPlan' }>['data'];
const apply = (data: Partial<Apply> = {}): PlanCommand => ({
  type: 'ApplyPlan',
  data: { application, plan: gasPlan.id, version: 3, language: 'zh', ...data },
});
const part = (parts: WantedParts) => apply({ parts });

const found: IncidentEvent = {
  type: 'TaskAssigned',
  data: {
    task: findTask,
    department: 'gas',
    part: 'lead',
    instruction: 'Find the leak 中文',
    origin: { plan: gasPlan.id, version: 3, planTask: 'find' },
    acknowledgeBy: later(30),
    finishBy: later(900),
  },
};
const kept: IncidentEvent = {
  type: 'TaskAssigned',
  data: {
    task: clearTask,
    department: 'police',
    part: 'assist',
    instruction: 'Keep clear 中文',
    origin: { plan: gasPlan.id, version: 3, planTask: 'keep-clear' },
    acknowledgeBy: later(120),
    finishBy: later(3600),
  },
};
const whole = [...open, gasApplied, found, kept, enginesRequested] as const;
const ticked = (item: string): IncidentEvent => ({
  type: 'ChecklistItemTicked',
  data: { plan: gasPlan.id, item },
});

describe('[M2] applying a plan', () => {
  it('gives tasks, unit requests, roles and the checklist in one append, with the plan’s own deadlines', () => {
    const incident = given(...open)
      .when(apply())
      .thenEvents(gasApplied, found, kept, enginesRequested);
    expect([...incident.tasks.keys()]).toEqual([findTask, clearTask]);
    expect(incident.tasks.get(findTask)?.origin).toMatchObject({ version: 3, planTask: 'find' });
    expect(incident.plans.get(gasPlan.id)).toMatchObject({ version: 3, responseLevel: 3 });
  });
  it('gives the instructions in the language asked for', () => {
    const { decided } = given(...open).when(apply({ language: 'en', parts: { tasks: ['find'] } }));
    expect(decided).toMatchObject([{}, { data: { instruction: 'Find the leak' } }]);
  });
  it('fills a role with the officer who is named, unless somebody holds it', () => {
    const officer = { role: 'incidentCommander', account: 'fire-duty', name: 'Luo Yong' } as const;
    const roles = { officers: [officer], parts: { roles: ['incidentCommander'] } };
    const filled: IncidentEvent = {
      type: 'RoleAssigned',
      data: { ...officer, department: 'fire' },
    };
    const taken: IncidentEvent = { type: 'CommandTaken', data: { ...officer, account: 'other' } };
    const types = (...events: IncidentEvent[]) => {
      const { decided } = given(...open, ...events).when(apply(roles));
      return 'rejected' in decided ? decided : decided.slice(1);
    };
    expect(types()).toEqual([filled]);
    expect(types(taken)).toEqual([]);
    given(...open)
      .when(apply({ ...roles, officers: [{ ...officer, name: '' }] }))
      .thenRejected('required', 'name');
  });
  it('takes only the parts that are chosen', () => {
    const { application: id, plan, version, name } = gasApplied.data;
    const rest = { application: id, plan, version, name, responseLevel: 3 as const };
    const none = { tasks: [], units: [], roles: [], checklist: [] };
    const { tasks, checklist } = gasApplied.data.parts;
    given(...open)
      .when(part({ tasks: ['keep-clear'], checklist: ['school'] }))
      .thenEvents(
        {
          type: 'PlanApplied',
          data: {
            ...rest,
            parts: { ...none, tasks: tasks.slice(1), checklist: checklist.slice(1) },
          },
        },
        kept,
      );
  });
  it('leaves alone what is there, and does nothing when nothing is missing', () => {
    given(...whole)
      .when(apply())
      .thenNothing();
    const { decided } = given(...open, gasApplied, found, kept).when(apply());
    expect(decided).toMatchObject([
      { type: 'PlanApplied', data: { parts: { tasks: [], units: [{}], checklist: [] } } },
      { type: 'UnitsRequested' },
    ]);
  });
  it('gives a task again that was cancelled, and units whose request was withdrawn', () => {
    const again = 'a0000000-0000-4000-8000-000000000002';
    const { decided } = given(
      ...whole,
      { type: 'TaskCancelled', data: { task: clearTask, reason: 'Not needed' } },
      { type: 'UnitRequestWithdrawn', data: { request: engines, reason: 'Not needed' } },
    ).when(apply({ application: again }));
    expect(decided).toMatchObject([
      { data: { parts: { tasks: [{ planTask: 'keep-clear' }], roles: [] } } },
      { type: 'TaskAssigned', data: { department: 'police' } },
      { type: 'UnitsRequested', data: { capability: 'fire' } },
    ]);
  });
  it('[T7] gives its tasks also to a department that has another one in hand', () => {
    const { decided } = given(...open, assigned(policeTask)).when(apply());
    expect(decided).toMatchObject([
      { data: { parts: { tasks: [{}, { department: 'police' }] } } },
      { type: 'TaskAssigned', data: { department: 'gas' } },
      { type: 'TaskAssigned', data: { department: 'police' } },
      { type: 'UnitsRequested' },
    ]);
  });
  it('is refused where another department leads', () =>
    given(...open, assigned())
      .when(apply())
      .thenRejected('leadTaken', 'tasks[0].part', { department: 'fire' }));
  it('is refused before the confirmation and after the end', () => {
    given(reported).when(apply()).thenRejected('incidentStatus', 'incident');
    for (const end of [resolved, cancelled])
      given(...open, end)
        .when(apply())
        .thenRejected('incidentStatus', 'incident');
  });
  it('is refused for a plan, a part or a language that there is not', () => {
    given(...open)
      .when(apply({ plan: 'nothing' }))
      .thenRejected('unknownPlan', 'plan', { plan: 'nothing' });
    given(...open)
      .when(part({ tasks: ['find', 'nothing'] }))
      .thenRejected('unknownPlanPart', 'parts.tasks[1]', { part: 'nothing' });
    given(...open)
      .when(apply({ language: 'fr' as 'en' }))
      .thenRejected('notOneOf', 'language');
  });
  it('is refused with nothing chosen, and with more than the plan has', () => {
    given(...open)
      .when(part({ tasks: [] }))
      .thenRejected('required', 'parts');
    given(...open)
      .when(part({ units: ['engines', 'engines'] }))
      .thenRejected('tooMany', 'parts.units', { max: 1 });
  });
});

describe('[M3] a plan’s versions', () => {
  it('refuses a version that is no longer in force, naming the one that is', () =>
    given(...open)
      .when(apply({ version: 2 }))
      .thenRejected('planVersion', 'version', { version: 2, current: 3 }));
  it('keeps what was given, whatever the profile says by now', () => {
    const city = planCity({
      ...gasPlan,
      version: 4,
      checklist: [{ id: 'wind', text: { zh: '改', en: 'Changed' } }],
    });
    const { state, when } = given(...whole);
    expect(state.plans.get(gasPlan.id)).toMatchObject({
      version: 3,
      checklist: [{ text: { en: 'Ask for the wind' } }, { id: 'school' }],
    });
    when(apply({ version: 4 }), { city }).thenNothing();
  });
});

describe('[M4] unit requests', () => {
  const request = 'b0000000-0000-4000-8000-000000000001';
  const wanted = { request, capability: 'ladder', count: 1 };
  const asked: IncidentEvent = { type: 'UnitsRequested', data: wanted };
  const under = { ...committed, data: { ...committed.data, request } };

  it('are made by hand, too, from the report on', () =>
    given(reported).when({ type: 'RequestUnits', data: wanted }).thenEvents(asked));
  it('are filled by units that go under them, until one is called off', () => {
    const filled = given(...open, asked, under).state;
    const called = given(...open, asked, under, {
      type: 'UnitWithdrawn',
      data: { assignment: committed.data.assignment, unit: committed.data.unit, reason: 'Back' },
    }).state;
    const open1 = given(...open, asked, committed).state;
    const holds = [filled, called, open1].map((incident) => {
      const known = incident.unitRequests.get(request);
      return known && isFilled(incident, known);
    });
    expect(holds).toEqual([true, false, false]);
  });
  it('are refused for an unknown capability, a senseless number, a known id, too long a note', () => {
    const when = (data: object) =>
      given(...open, asked).when({
        type: 'RequestUnits',
        data: { ...wanted, request: 'other', ...data },
      });
    when({ capability: 'flying' }).thenRejected('unknownCapability', 'capability');
    for (const count of [0, 1.5, 101])
      when({ count }).thenRejected('outOfRange', 'count', { min: 1, max: 100 });
    when({ request }).thenRejected('alreadyExists', 'request');
    when({ note: 'x'.repeat(5000) }).thenRejected('tooLong', 'note');
  });
  it('are refused once the incident has ended', () =>
    given(...open, resolved)
      .when({ type: 'RequestUnits', data: wanted })
      .thenRejected('incidentStatus', 'incident'));
  it('are withdrawn once, with a reason', () => {
    const data = { request, reason: 'The fire is out' };
    const withdraw = (reason = data.reason) =>
      ({ type: 'WithdrawUnitRequest', data: { request, reason } }) as const;
    const withdrawn: IncidentEvent = { type: 'UnitRequestWithdrawn', data };
    given(...open, asked)
      .when(withdraw())
      .thenEvents(withdrawn);
    given(...open, asked, withdrawn)
      .when(withdraw())
      .thenNothing();
    given(...open, asked)
      .when(withdraw(' '))
      .thenRejected('required', 'reason');
    given(...open)
      .when(withdraw())
      .thenRejected('unknownUnitRequest', 'request', { request });
  });
});

describe('[M5] the checklist', () => {
  const on = (item: string) => ({ plan: gasPlan.id, item });
  const tick = (item: string) => ({ type: 'TickChecklistItem', data: on(item) }) as const;
  const untick = (item: string) => ({ type: 'UntickChecklistItem', data: on(item) }) as const;

  it('says who ticked an item and when', () => {
    given(...whole)
      .when(tick('wind'))
      .thenEvents(ticked('wind'));
    const by = person('commander');
    const { state } = given(...whole, recorded(ticked('wind'), { by, at: later(5) }));
    expect(state.plans.get(gasPlan.id)?.checklist).toMatchObject([
      { id: 'wind', ticked: { by, occurredAt: later(5) } },
      { id: 'school' },
    ]);
  });
  it('is unticked again, and does nothing when it is so already', () => {
    given(...whole, ticked('wind'))
      .when(untick('wind'))
      .thenEvents({ type: 'ChecklistItemUnticked', data: on('wind') });
    given(...whole, ticked('wind'))
      .when(tick('wind'))
      .thenNothing();
    given(...whole)
      .when(untick('wind'))
      .thenNothing();
  });
  it('can still be ticked after the end, until the incident is closed', () => {
    given(...whole, resolved)
      .when(tick('wind'))
      .thenEvents(ticked('wind'));
    for (const end of [closed, cancelled])
      given(...whole, end)
        .when(tick('wind'))
        .thenRejected('incidentStatus', 'incident');
  });
  it('is refused for a plan that was not applied and for an item it has not', () => {
    given(...open)
      .when(tick('wind'))
      .thenRejected('planNotApplied', 'plan');
    given(...whole)
      .when(untick('nothing'))
      .thenRejected('unknownPlanPart', 'item');
  });
});

describe('[M4] a dispatch under a unit request', () => {
  const request = 'b0000000-0000-4000-8000-000000000001';
  const asked = (capability: string): IncidentEvent => ({
    type: 'UnitsRequested',
    data: { request, capability, count: 1 },
  });
  const facts = {
    unit: 'xinghe.E1',
    city: 'xinghe',
    callSign: 'E1',
    department: 'fire',
    kind: 'engine',
    name: { zh: '一号车', en: 'Engine 1' },
    capabilities: ['fire'],
    station: 'Station 1',
  };
  const ready: UnitEvent[] = [
    { type: 'UnitRegistered', data: facts },
    { type: 'UnitOnDuty', data: {} },
  ];
  const dispatch = { assignment: 'a-1', incident: 'i-1', request };
  const unit = (...events: IncidentEvent[]) =>
    specification(unitDecider, { ...unitContext, incident: given(...open, ...events).state })
      .given(...ready)
      .when({ type: 'DispatchUnit', data: dispatch });

  it('says so in the unit’s record', () =>
    unit(asked('fire')).thenEvents({
      type: 'UnitDispatched',
      data: { ...dispatch, callSign: 'E1', department: 'fire' },
    }));
  it('is refused to a unit that lacks what is asked for', () =>
    unit(asked('ladder')).thenRejected('lacksCapability', 'request', {
      callSign: 'E1',
      capability: 'ladder',
    }));
  it('is refused where there is no such request, or it was withdrawn', () => {
    unit().thenRejected('unknownUnitRequest', 'request');
    const withdrawn = { type: 'UnitRequestWithdrawn', data: { request, reason: 'Over' } } as const;
    unit(asked('fire'), withdrawn).thenRejected('unknownUnitRequest', 'request');
  });
});

describe('[C4] what concerns a command about a plan', () => {
  const item = { plan: gasPlan.id, item: 'wind' };
  const withdrawn: IncidentEvent = {
    type: 'UnitRequestWithdrawn',
    data: { request: engines, reason: 'Over' },
  };
  const meanwhile = {
    gasApplied,
    found,
    ticked: ticked('wind'),
    school: ticked('school'),
    withdrawn,
    resolved,
  };
  const concerns = (command: PlanCommand) =>
    Object.entries(meanwhile).flatMap(([name, event]) =>
      incidentDecider.touches(command, 'meta' in event ? event : recorded(event)) ? [name] : [],
    );
  it.each<[PlanCommand, string[]]>([
    [apply(), ['gasApplied', 'resolved']],
    [{ type: 'TickChecklistItem', data: item }, ['ticked']],
    [{ type: 'UntickChecklistItem', data: item }, ['ticked']],
    [{ type: 'WithdrawUnitRequest', data: { request: engines, reason: 'x' } }, ['withdrawn']],
    [{ type: 'RequestUnits', data: { request: 'r', capability: 'fire', count: 1 } }, []],
  ])('is for %j %j', (command, names) => expect(concerns(command)).toEqual(names));
});
