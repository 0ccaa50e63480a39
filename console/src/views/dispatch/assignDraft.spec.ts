import { describe, expect, it } from 'vitest';
import { type AssignAction, type AssignDraft, newDraft, onAssign, tasksOf } from './assignDraft.ts';

const after = (draft: AssignDraft, mayLead: boolean, ...actions: AssignAction[]): AssignDraft =>
  actions.reduce(onAssign(mayLead), draft);

describe('assigning tasks', () => {
  it('begins with the suggested departments, the first leading', () => {
    const draft = after(newDraft(['fire', 'police', 'gas'], []), true, {
      type: 'instructed',
      text: ' Make it safe ',
    });
    expect(tasksOf(draft)).toEqual([
      { department: 'fire', part: 'LEAD', instruction: 'Make it safe' },
      { department: 'police', part: 'ASSIST', instruction: 'Make it safe' },
      { department: 'gas', part: 'ASSIST', instruction: 'Make it safe' },
    ]);
  });

  it('leaves out who has an open task, and gives no second lead', () => {
    const held = { department: 'fire', status: 'STARTED', part: 'LEAD' } as const;
    const draft = newDraft(['fire', 'police'], [held]);
    expect([...draft.chosen.keys()]).toEqual(['police']);
    expect(draft.lead).toBeNull();
    const more = after(draft, false, { type: 'toggled', department: 'gas' });
    expect(more.lead).toBeNull();
  });

  it('offers a department again whose task has ended', () => {
    const ended = { department: 'fire', status: 'CANCELLED', part: 'LEAD' } as const;
    expect(newDraft(['fire'], [ended]).lead).toBe('fire');
  });

  it('passes the lead on when the leading department is taken out', () => {
    const draft = newDraft(['fire', 'police'], []);
    expect(after(draft, true, { type: 'toggled', department: 'fire' }).lead).toBe('police');
    expect(after(draft, true, { type: 'led', department: 'police' }).lead).toBe('police');
    expect(after(draft, true, { type: 'led', department: 'heat' }).lead).toBe('fire');
  });

  it("takes a department's own words before those for all", () => {
    const draft = after(
      newDraft(['fire', 'gas'], []),
      true,
      { type: 'instructed', text: 'Go' },
      { type: 'ownInstructed', department: 'gas', text: 'Shut valve 7' },
    );
    expect(tasksOf(draft).map((task) => task.instruction)).toEqual(['Go', 'Shut valve 7']);
  });
});
