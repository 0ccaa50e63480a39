import { describe, expect, it } from 'vitest';
import { cityOf, profile } from '../../city.testkit.ts';
import {
  call,
  closed,
  commander,
  contained,
  context,
  given,
  merged,
  open,
  reported,
  resolved,
  responsible,
} from '../../incident.testkit.ts';
import type { Actor } from '../../metadata.ts';
import { person } from '../../specification.testkit.ts';
import type { IncidentEvent } from '../events.ts';

const reason = 'The second measurement';
const judge = (data: object) => ({ type: 'JudgeIncident', data: { reason, ...data } }) as const;
const assign = (department: string, why = reason) =>
  ({ type: 'AssignResponsibility', data: { department, reason: why } }) as const;
const overridden: IncidentEvent = {
  type: 'ResponsibilityAssigned',
  data: { department: 'fire', reason: { zh: reason, en: reason }, overridden: true },
};
const raise = { type: 'RaiseIncident', data: { reason } } as const;
const raised: IncidentEvent = { type: 'IncidentRaised', data: { to: 'city', reason } };
const handDown = (district: string) =>
  ({ type: 'HandDownIncident', data: { district, reason } }) as const;
const handedDown: IncidentEvent = {
  type: 'IncidentHandedDown',
  data: { district: 'east', reason },
};
type Level = 1 | 2 | 3 | 4;
const setLevel = (level: Level) => ({ type: 'SetResponseLevel', data: { level, reason } }) as const;
const level = (to: Level, previous?: Level): IncidentEvent => ({
  type: 'ResponseLevelSet',
  data: { level: to, ...(previous === undefined ? {} : { previous }), reason },
});
const everyCommand = [
  judge({ grade: 1 }),
  assign('fire'),
  raise,
  handDown('east'),
  setLevel(4),
] as const;

/** A city with a second type, and a rule for the east. */
const city = cityOf({
  ...profile,
  types: [
    ...profile.types,
    {
      id: 'explosion',
      name: { zh: '爆炸', en: 'Explosion' },
      class: 'socialSecurity',
      grade: 1,
      priority: 1,
      departments: ['police', 'fire'],
    },
  ],
  responsibilities: [
    {
      id: 'r-east',
      types: ['gas-leak'],
      area: { districts: ['east'] },
      department: 'fire',
      reason: { zh: '东区无燃气公司', en: 'No gas company in the east' },
    },
  ],
});

describe('[J6] judging after the confirmation', () => {
  it('records what is otherwise, and nothing else', () => {
    const incident = given(...open)
      .when(judge({ type: 'gas-leak', grade: 1 }))
      .thenEvents({ type: 'IncidentJudged', data: { grade: 1, reason } });
    expect(incident).toMatchObject({ grade: 1, priority: 2, class: 'accidentDisaster' });
    expect(incident.responseLevel).toBeUndefined();
  });
  it('leaves class, grade and priority alone when the type changes', () => {
    const incident = given(...open)
      .when(judge({ type: 'explosion' }), { city })
      .thenEvents(
        { type: 'IncidentJudged', data: { type: 'explosion', reason } },
        {
          type: 'ResponsibilityAssigned',
          data: {
            department: 'police',
            reason: { zh: '“爆炸”的首要部门', en: 'First department of “Explosion”' },
            overridden: false,
          },
        },
      );
    expect(incident).toMatchObject({ type: 'explosion', class: 'accidentDisaster', grade: 3 });
  });
  it('records nothing when it is so already', () =>
    given(...open)
      .when(judge({ type: 'gas-leak', class: 'accidentDisaster', grade: 3, priority: 2 }))
      .thenNothing());
  it.each([
    ['type', { type: 'dragon' }, 'unknownType'],
    ['class', { class: 'magic' }, 'notOneOf'],
    ['grade', { grade: 0 }, 'notOneOf'],
    ['priority', { priority: 9 }, 'notOneOf'],
    ['reason', { reason: '' }, 'required'],
  ] as const)('refuses a wrong %s', (field, wrong, code) =>
    given(...open)
      .when(judge(wrong))
      .thenRejected(code, field),
  );
  it('needs a confirmed incident', () =>
    given(reported)
      .when(judge({ grade: 1 }))
      .thenRejected('incidentStatus', 'incident'));
});

describe('[J7] the responsible department', () => {
  const inTheEast = given({
    ...reported,
    data: { ...call, exercise: false, place: { address: 'x', cell: 'e1' } },
  });
  it('is found at the confirmation, with the rule and the reason', () => {
    const incident = inTheEast
      .when({ type: 'ConfirmIncident', data: { type: 'gas-leak' } }, { city })
      .thenEvents(
        {
          type: 'IncidentConfirmed',
          data: { type: 'gas-leak', class: 'accidentDisaster', grade: 3, priority: 2 },
        },
        {
          type: 'ResponsibilityAssigned',
          data: {
            department: 'fire',
            rule: 'r-east',
            reason: { zh: '东区无燃气公司', en: 'No gas company in the east' },
            overridden: false,
          },
        },
      );
    expect(incident.responsible).toMatchObject({ department: 'fire', overridden: false });
  });
  it('is overridden by a person with a reason, and that stays when the type changes', () => {
    given(...open)
      .when(assign('fire'))
      .thenEvents(overridden);
    given(...open, overridden)
      .when(judge({ type: 'explosion' }), { city })
      .thenEvents({ type: 'IncidentJudged', data: { type: 'explosion', reason } });
    given(...open, responsible)
      .when(assign('gas'))
      .thenNothing();
  });
  it.each([
    ['navy', reason, 'unknownDepartment', 'department'],
    ['command-centre', reason, 'departmentTakesNoTasks', 'department'],
    ['fire', '', 'required', 'reason'],
  ] as const)('refuses %s because of “%s”', (department, why, code, field) =>
    given(...open)
      .when(assign(department, why))
      .thenRejected(code, field),
  );
  it('needs a confirmed incident', () =>
    given(reported).when(assign('fire')).thenRejected('incidentStatus', 'incident'));
});

describe('[J8] raising and handing down', () => {
  const western: IncidentEvent = {
    ...reported,
    data: { ...reported.data, place: { address: 'x', cell: 'w1', district: 'west' } },
  };
  it('takes it from its place’s district to the city and back to another', () => {
    const { state } = given(western);
    expect(state.jurisdiction).toEqual({ level: 'district' });
    given(western)
      .when(raise)
      .thenEvents({ type: 'IncidentRaised', data: { from: 'west', to: 'city', reason } });
    expect(given(reported).when(raise).thenEvents(raised).jurisdiction).toEqual({ level: 'city' });
    expect(given(reported, raised).when(handDown('east')).thenEvents(handedDown)).toMatchObject({
      jurisdiction: { level: 'district', district: 'east' },
    });
    given(reported, raised, handedDown)
      .when(raise)
      .thenEvents({ type: 'IncidentRaised', data: { from: 'east', to: 'city', reason } });
  });
  it('does nothing where it is already', () => {
    given(reported, raised).when(raise).thenNothing();
    given(reported, raised, handedDown).when(handDown('east')).thenNothing();
    given(western).when(handDown('west')).thenNothing();
  });
  it('refuses an unknown district, and no reason', () => {
    given(reported).when(handDown('north')).thenRejected('unknownDistrict', 'district');
    given(reported)
      .when({ type: 'RaiseIncident', data: { reason: '' } })
      .thenRejected('required', 'reason');
    given(reported)
      .when({ type: 'HandDownIncident', data: { district: 'east', reason: '' } })
      .thenRejected('required', 'reason');
  });
});

describe('[J9] the response level', () => {
  const by = (actor: Actor) => ({ actor });
  const chief: Actor = { ...commander, role: 'commander' };
  it.each<[string, Actor, Level | undefined, Level, boolean]>([
    ['a commander sets any', chief, undefined, 1, true],
    ['a commander lowers it', chief, 1, 4, true],
    ['a dispatcher raises it to 4', context.actor, undefined, 4, true],
    ['a dispatcher raises it to 3', context.actor, 4, 3, true],
    ['no dispatcher raises it to 2', context.actor, 3, 2, false],
    ['no dispatcher raises it to 1', context.actor, undefined, 1, false],
    ['no dispatcher lowers it', context.actor, 3, 4, false],
    ['no liaison', person('liaison', 'fire'), undefined, 4, false],
    ['no policy', { kind: 'policy', id: 'policy:x', name: 'x' }, undefined, 4, false],
  ])('%s', (_, actor, previous, wanted, allowed) => {
    const known = previous === undefined ? [reported] : [reported, level(previous)];
    const tried = given(...known).when(setLevel(wanted), by(actor));
    if (allowed) tried.thenEvents(level(wanted, previous));
    else tried.thenRejected('responseLevelNeedsCommander', 'level', { level: wanted, highest: 3 });
  });
  it('is no grade, and no grade is one', () => {
    const incident = given(...open)
      .when(setLevel(3))
      .thenEvents(level(3));
    expect(incident).toMatchObject({ grade: 3, responseLevel: { level: 3, reason } });
    const lowered = given(...open, level(3))
      .when(judge({ grade: 4 }))
      .thenEvents({
        type: 'IncidentJudged',
        data: { grade: 4, reason },
      });
    expect(lowered.responseLevel?.level).toBe(3);
  });
  it('does nothing where it is already, and refuses what is no level or has no reason', () => {
    given(reported, level(3)).when(setLevel(3)).thenNothing();
    given(reported)
      .when(setLevel(5 as 4), by(chief))
      .thenRejected('notOneOf', 'level');
    given(reported)
      .when({ type: 'SetResponseLevel', data: { level: 4, reason: '' } })
      .thenRejected('required', 'reason');
  });
});

describe('judging what has ended', () => {
  it.each(everyCommand)('is refused: $type', (command) => {
    given(...open, resolved)
      .when(command)
      .thenRejected('incidentStatus', 'incident');
    given(...open, resolved, closed)
      .when(command)
      .thenRejected('incidentStatus', 'incident');
    given(...open, merged)
      .when(command)
      .thenRejected('incidentMerged', 'incident');
  });
  it('is taken while it is contained', () =>
    given(...open, responsible, contained)
      .when(judge({ grade: 4 }))
      .thenEvents({ type: 'IncidentJudged', data: { grade: 4, reason } }));
});
