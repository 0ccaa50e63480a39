import {
  type CommandMeta,
  type Incident,
  type IncidentCommand,
  isCommitted,
  isOpenTask,
  isUnanswered,
  reject,
} from '@tocsin/domain';
import type { Desk } from './desk.ts';
import { callMeta, closing, closingActor, unansweredReason } from './sfFireCommands.ts';
import type { LeftOpen } from './tally.ts';

export interface Ending {
  readonly line: number;
  readonly incident: string;
  readonly call: string;
  /** The tasks that the import gave. */
  readonly tasks: readonly string[];
  readonly resolution: IncidentCommand;
  /** When the last unit was available again, ms since 1970. */
  readonly at: number;
}

/** Takes back a task that nobody answered; false when somebody has taken it on meanwhile. */
async function takeBack(desk: Desk, ending: Ending, task: string): Promise<boolean> {
  const { line, incident, call, at } = ending;
  let inHand = false;
  const command: IncidentCommand = { type: 'CancelTask', data: { task, reason: unansweredReason } };
  const outcome = await desk.guarded(
    incident,
    command,
    callMeta(call, `cancel-${task}`, at),
    (state) => {
      const known = state.tasks.get(task);
      const open = known !== undefined && isOpenTask(known);
      inHand = open && !isUnanswered(known);
      return open && !inHand ? undefined : reject('taskStatus', {}, 'task');
    },
  );
  if (outcome.kind !== 'rejected') desk.count(line, outcome);
  return !inHand;
}

/** What forbids resolving it here: people have it, or units are still out. */
function hindrance({ status, tasks, commitments }: Incident): LeftOpen | undefined {
  const ended = status === 'resolved' || status === 'closed' || status === 'cancelled';
  if (ended || [...tasks.values()].some(isOpenTask)) return 'people';
  return [...commitments.values()].some(isCommitted) ? 'units' : undefined;
}

/**
 * Ends a call's incident: takes back what nobody answered, resolves, and closes under the second
 * name. Says why it had to be left open, if so.
 */
export async function finishIncident(desk: Desk, ending: Ending): Promise<LeftOpen | undefined> {
  const { line, incident, call, tasks, resolution, at } = ending;
  let inHand = false;
  for (const task of tasks) inHand = !(await takeBack(desk, ending, task)) || inHand;
  if (inHand) return 'people';
  let left: LeftOpen | undefined;
  const meta: CommandMeta = callMeta(call, 'resolve', at);
  const resolved = await desk.guarded(incident, resolution, meta, (state) => {
    left = hindrance(state);
    return left === undefined ? undefined : reject('incidentStatus', {}, 'incident');
  });
  if (left !== undefined && resolved.kind === 'rejected') return left;
  const carriedOn = desk.count(line, resolved);
  if (!carriedOn) return 'people';
  const closed = await desk.incident(
    line,
    incident,
    closing,
    callMeta(call, 'close', at, closingActor),
  );
  return closed ? undefined : 'people';
}
