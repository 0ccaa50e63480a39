import { describe, expect, it } from 'vitest';
import {
  accepted,
  assigned,
  call,
  cancelled,
  closed,
  committed,
  confirmed,
  contained,
  fireTask,
  merged,
  policeTask,
  reassigned,
  resolved,
  responsible,
  seen,
  verified,
} from '../incident.testkit.ts';
import type { Recorded } from '../metadata.ts';
import { recorded } from '../specification.testkit.ts';
import type { IncidentCommand } from './commands.ts';
import type { IncidentEvent } from './events.ts';
import { touches } from './touches.ts';

const note: IncidentEvent = { type: 'NoteAdded', data: { note: 'n', text: 'x' } };
const linked: IncidentEvent = {
  type: 'ReportLinked',
  data: { report: 'r-2', channel: 'phone', what: 'x', place: { address: 'x' }, reporter: {} },
};
const all: Record<string, IncidentEvent | Recorded<IncidentEvent>> = {
  confirmed,
  contained,
  resolved,
  closed,
  cancelled,
  fireAssigned: assigned(fireTask),
  policeAssigned: assigned(policeTask),
  fireSeen: seen,
  fireAccepted: accepted,
  fireVerified: verified,
  policeVerified: { type: 'TaskVerified', data: { task: policeTask.task } },
  fireReassigned: reassigned,
  fireUrged: { type: 'TaskUrged', data: { task: fireTask.task, text: 'x' } },
  fireDeadline: {
    type: 'TaskDeadlineChanged',
    data: { task: fireTask.task, finishBy: '', reason: 'x' },
  },
  policeLeads: {
    type: 'TaskPartChanged',
    data: { task: policeTask.task, part: 'lead', reason: 'x' },
  },
  fireProgress: { type: 'TaskProgressed', data: { task: fireTask.task, note: 'x' } },
  committed,
  note,
  merged,
  linked,
  judged: { type: 'IncidentJudged', data: { grade: 1, reason: 'x' } },
  responsible,
  raised: { type: 'IncidentRaised', data: { to: 'city', reason: 'x' } },
  levelSet: { type: 'ResponseLevelSet', data: { level: 3, reason: 'x' } },
};
const task = fireTask.task;
const turns = ['confirmed', 'contained', 'resolved', 'closed', 'cancelled', 'merged'];
const firesAnswers = ['fireAccepted', 'fireReassigned', 'fireVerified'];
const everyAnswer = [...firesAnswers, 'policeVerified'];

describe('[C4] what an unseen event means for a command', () => {
  it.each<[IncidentCommand, readonly string[]]>([
    [{ type: 'AcceptTask', data: { task } }, firesAnswers],
    [{ type: 'ObjectToTask', data: { task, reason: 'x' } }, firesAnswers],
    [{ type: 'VerifyTask', data: { task } }, firesAnswers],
    [{ type: 'CancelTask', data: { task, reason: 'x' } }, firesAnswers],
    [{ type: 'ReassignTask', data: { task, department: 'gas', reason: 'x' } }, firesAnswers],
    [
      { type: 'ChangeTaskDeadlines', data: { task, finishBy: '', reason: 'x' } },
      [...firesAnswers, 'fireDeadline'],
    ],
    [{ type: 'UrgeTask', data: { task, text: 'x' } }, [...firesAnswers, 'fireUrged']],
    [{ type: 'TransferLead', data: { task, reason: 'x' } }, [...firesAnswers, 'policeLeads']],
    [{ type: 'RecordOverdue', data: { task, deadline: '' } }, []],
    [
      {
        type: 'AssignTasks',
        data: { tasks: [{ ...fireTask, task: 't-gas', department: 'gas' }] },
      },
      ['confirmed', 'resolved', 'closed', 'cancelled', 'merged', 'fireReassigned'],
    ],
    [
      { type: 'AssignTasks', data: { tasks: [fireTask] } },
      ['confirmed', 'resolved', 'closed', 'cancelled', 'merged', 'fireAssigned'],
    ],
    [{ type: 'ConfirmIncident', data: { type: 'gas-leak' } }, turns],
    [{ type: 'MarkContained', data: {} }, turns],
    [{ type: 'ReopenIncident', data: { reason: 'x' } }, turns],
    [{ type: 'CancelIncident', data: { reason: 'test', note: 'x' } }, turns],
    [
      { type: 'ResolveIncident', data: { summary: 'x' } },
      [...turns, 'fireAssigned', 'policeAssigned', ...everyAnswer],
    ],
    [
      { type: 'CloseIncident', data: { note: '' } },
      [...turns, 'fireAssigned', 'policeAssigned', ...everyAnswer],
    ],
    [{ type: 'ReportIncident', data: call }, turns],
    [
      { type: 'MergeIncident', data: { into: 'i-2', reason: 'x' } },
      [...turns, 'fireAssigned', 'policeAssigned', ...everyAnswer],
    ],
    [{ type: 'UndoMerge', data: { reason: 'x' } }, turns],
    [{ type: 'UnlinkReport', data: { report: 'r-2', reason: 'x' } }, turns],
    [{ type: 'JudgeIncident', data: { grade: 1, reason: 'x' } }, [...turns, 'judged']],
    [
      { type: 'AssignResponsibility', data: { department: 'fire', reason: 'x' } },
      [...turns, 'responsible'],
    ],
    [{ type: 'RaiseIncident', data: { reason: 'x' } }, [...turns, 'raised']],
    [{ type: 'HandDownIncident', data: { district: 'east', reason: 'x' } }, [...turns, 'raised']],
    [{ type: 'SetResponseLevel', data: { level: 4, reason: 'x' } }, [...turns, 'levelSet']],
    [{ type: 'LinkReport', data: linked.data }, []],
    [{ type: 'AbsorbIncident', data: { incident: 'i-2', merge: 1, what: 'x', reports: [] } }, []],
    [{ type: 'SplitOffIncident', data: { incident: 'i-2', merge: 1 } }, []],
    [{ type: 'UndoRefusedMerge', data: { from: 'i-2', merge: 1, status: 'closed' } }, []],
    [{ type: 'AddNote', data: { note: 'n', text: 'x' } }, []],
    [{ type: 'RecordDelivery', data: { task } }, []],
    [{ type: 'RecordSeen', data: { task } }, []],
    [{ type: 'ReportProgress', data: { task, note: 'x' } }, []],
    [{ type: 'EscalateTask', data: { task, step: 1, deadline: '' } }, []],
    [{ type: 'CarryCommitment', data: committed.data }, []],
    [{ type: 'CarryStage', data: { assignment: 'a', unit: 'u', stage: 'cleared' } }, []],
    [{ type: 'CarryWithdrawal', data: { assignment: 'a', unit: 'u', reason: 'x' } }, []],
  ])('$0.type', (command, expected) => {
    const touching = Object.entries(all)
      .filter(([, event]) => touches(command, 'meta' in event ? event : recorded(event)))
      .map(([name]) => name);
    expect(touching.sort()).toEqual([...expected].sort());
  });
});
