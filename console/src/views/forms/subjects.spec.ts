import { expect, test } from 'vitest';
import { subjectsOf } from './subjects.ts';

test('[X56] an activity log is offered for each department, unit and person, once', () => {
  const person = { kind: 'PERSON', id: 'li', name: 'Li', role: null, department: null } as const;
  const rule = { kind: 'POLICY', id: 'p', name: 'rule', role: null, department: null } as const;
  const actor = (one: typeof person | typeof rule, onBehalfOf: typeof person | null = null) => ({
    actor: { ...one, console: null, onBehalfOf: onBehalfOf && { ...onBehalfOf, console: null } },
  });
  const incident = {
    tasks: [{ department: 'fire' }, { department: 'fire' }],
    commitments: [{ department: 'fire', unit: 'x.E1', callSign: 'E1' }],
  };
  const subjects = subjectsOf(
    incident as never,
    [actor(rule), actor(rule, person), actor(person)],
    (id) => `name of ${id}`,
  );
  expect(subjects.map(({ value, name }) => [value, name])).toEqual([
    ['department:fire', 'name of fire'],
    ['unit:x.E1', 'E1'],
    ['person:li', 'Li'],
  ]);
});
