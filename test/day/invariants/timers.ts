import { type City, isOwed, isUnanswered, type LogEvent, type Task } from '@tocsin/domain';
import { repeated } from './difference.ts';
import type { Log } from './readLog.ts';
import type { States } from './states.ts';

/** What a process manager did, as it can be told from the same done again. */
function deedOf({ stream, type, data, meta }: LogEvent): string {
  const assignment = 'assignment' in data ? data.assignment : '';
  const commitment = 'commitment' in data ? data.commitment : '';
  return [meta.actor.id, meta.causationId, stream, type, assignment, commitment].join(' ');
}

/** [P4] [U2] [S9] What process managers and timers did twice for the same cause. */
export const doneTwice = ({ events }: Log): string[] =>
  repeated(events.filter(({ meta }) => meta.actor.kind === 'policy').map(deedOf));

/** What can come of one timer only once, whatever set it. */
function turnOf({ stream, type, data }: LogEvent): string | undefined {
  switch (type) {
    case 'WarningExpired':
    case 'EventBegun':
    case 'EventEnded':
      return `${stream} ${type}`;
    case 'ParRequested':
    case 'ParOverdue':
      return `${type} ${data.assignment} ${data.check}`;
    case 'LotExpiring':
    case 'LotExpired':
      return `${stream} ${type} ${data.item} ${data.lot} ${data.expires}`;
    default:
      return undefined;
  }
}

export const turnsTwice = ({ events }: Log): string[] =>
  repeated(events.map(turnOf).filter((turn) => turn !== undefined));

const past = (iso: string | undefined, now: Date): boolean =>
  iso !== undefined && Date.parse(iso) < now.getTime();

function taskFaults(task: Task, { deadlines }: City, now: Date): string[] {
  const { status, acknowledgeBy, finishBy, escalations, overdue } = task;
  const faults: string[] = [];
  if (isUnanswered(task) && past(acknowledgeBy, now)) {
    const steps = escalations.map(({ step }) => step).join();
    if (steps !== deadlines.escalation.map((_, at) => at + 1).join())
      faults.push(`${task.id} ${status}: escalated ${steps}`);
  }
  const atWork = !['done', 'verified', 'cancelled'].includes(status);
  if (atWork && past(finishBy, now) && overdue?.deadline !== finishBy)
    faults.push(`${task.id} ${status}: overdue since ${finishBy}, not recorded`);
  return faults;
}

/** [T5] [T13] [G4] [W4] [E3] [U8] What was due before `now` and never came, when all is over. */
export function missedTimers(states: States, city: City, now: Date): string[] {
  const faults: string[] = [];
  const missed = (what: string, id: string): unknown => faults.push(`${what} ${id}`);
  for (const { tasks, actions } of states.incidents.values()) {
    for (const task of tasks.values()) faults.push(...taskFaults(task, city, now));
    for (const action of actions.values()) {
      const all = action.escalations.length === city.rules.overdueActions.length;
      if (isOwed(action) && past(action.dueBy, now) && !all) missed('action', action.id);
    }
  }
  for (const { id, status, facts } of states.warnings.values())
    if (status === 'inForce' && past(facts?.until, now)) missed('warning', id);
  for (const { id, status, facts } of states.plannedEvents.values())
    if ((status === 'scheduled' || status === 'underway') && past(facts?.until, now))
      missed('planned event', id);
  for (const [id, { reserve, active }] of states.units) {
    if (past(reserve?.until, now)) missed('reserve of', id);
    const par = active?.par;
    if (par && !par.overdueSince && past(par.answerBy ?? par.due, now)) missed('check of', id);
  }
  return faults;
}
