import { describe, expect, it } from 'vitest';
import type { PlanSuggestion, Task } from '../../api/types.ts';
import { countOf, givable, hindranceOf, without } from './planParts.ts';

const said = { zh: '', en: '' };
const task = (id: string, department: string, part: 'LEAD' | 'ASSIST') => ({
  id,
  department,
  part,
  instruction: said,
  acknowledgeWithin: null,
});
const suggestion: PlanSuggestion = {
  plan: {
    id: 'gas',
    version: 1,
    name: said,
    responseLevel: null,
    tasks: [task('find', 'gas', 'LEAD'), task('clear', 'police', 'ASSIST')],
    units: [{ id: 'engines', capability: 'fire', count: 2 }],
    roles: [{ role: 'SAFETY', department: 'fire' }],
    checklist: [{ id: 'wind', text: said }],
  },
  because: [],
  reason: said,
  there: { tasks: [], units: [], roles: [], checklist: [] },
};
const held = (
  department: string,
  part: Task['part'],
  status: Task['status'] = 'ACCEPTED',
): Pick<Task, 'department' | 'part' | 'status'> => ({ department, part, status });

describe('[M2] what of a plan can be given', () => {
  it('is all of it at an incident that has nothing', () =>
    expect(givable(suggestion, [])).toEqual({
      tasks: ['find', 'clear'],
      units: ['engines'],
      roles: ['SAFETY'],
      checklist: ['wind'],
    }));
  it('is not what is there, nor a task that the rules refuse', () => {
    const there = { tasks: ['clear'], units: ['engines'], roles: [], checklist: ['wind'] };
    const given = { ...suggestion, there };
    expect(givable(given, [held('police', 'ASSIST'), held('fire', 'LEAD')])).toEqual({
      tasks: [],
      units: [],
      roles: ['SAFETY'],
      checklist: [],
    });
    const why = (tasks: Parameters<typeof givable>[1]) =>
      suggestion.plan.tasks.map((one) => hindranceOf(one, given, tasks));
    expect(why([held('fire', 'LEAD')])).toEqual(['leadTaken', 'there']);
    expect(why([held('gas', 'ASSIST')])).toEqual(['busy', 'there']);
    expect(why([held('gas', 'LEAD', 'CANCELLED')])).toEqual([undefined, 'there']);
  });
  it('leaves out what was unticked', () => {
    const chosen = without(givable(suggestion, []), new Set(['tasks find', 'roles SAFETY']));
    expect(chosen).toMatchObject({ tasks: ['clear'], roles: [] });
    expect(countOf(chosen)).toBe(3);
  });
});
