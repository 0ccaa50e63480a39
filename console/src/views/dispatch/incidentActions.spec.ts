import { describe, expect, it } from 'vitest';
import { incidentActionsOn, taskActionsOn } from './incidentActions.ts';

const everything = [
  'confirmIncident',
  'assignTasks',
  'addNote',
  'markContained',
  'resolveIncident',
  'closeIncident',
  'reopenIncident',
  'cancelIncident',
  'upholdObjection',
  'rejectObjection',
  'verifyTask',
  'returnTask',
  'cancelTask',
  'reassignTask',
  'changeTaskDeadlines',
  'urgeTask',
  'transferLead',
];

describe('what is offered', () => {
  it('follows the state of the incident', () => {
    const offered = (status: 'REPORTED' | 'RESPONDING' | 'RESOLVED' | 'CLOSED') =>
      incidentActionsOn({ status, may: everything });
    expect(offered('REPORTED')).toEqual(['confirm', 'note', 'cancel']);
    expect(offered('RESPONDING')).toEqual(['assign', 'note', 'contain', 'resolve', 'cancel']);
    expect(offered('RESOLVED')).toEqual(['close', 'note', 'reopen']);
    expect(offered('CLOSED')).toEqual(['note', 'reopen']);
  });

  it('is nothing that the rules forbid', () => {
    expect(incidentActionsOn({ status: 'REPORTED', may: [] })).toEqual([]);
    expect(taskActionsOn({ status: 'DONE', part: 'LEAD' }, { may: ['verifyTask'] })).toEqual([
      'verify',
    ]);
  });

  it('follows the state of the task', () => {
    const may = { may: everything };
    expect(taskActionsOn({ status: 'OBJECTED', part: 'LEAD' }, may)).toEqual(['uphold', 'reject']);
    const atWork = ['urge', 'reassign', 'deadline', 'cancelTask'];
    expect(taskActionsOn({ status: 'STARTED', part: 'LEAD' }, may)).toEqual(atWork);
    expect(taskActionsOn({ status: 'STARTED', part: 'ASSIST' }, may)).toContain('lead');
    expect(taskActionsOn({ status: 'VERIFIED', part: 'LEAD' }, may)).toEqual([]);
  });
});
