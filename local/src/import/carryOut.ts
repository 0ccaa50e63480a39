import {
  type CommandMeta,
  type Incident,
  type IncidentCommand,
  isCommitted,
  isOpenTask,
  isUnanswered,
  reject,
  type UnitFacts,
} from '@tocsin/domain';
import type { Guard, Outcome, Store } from '@tocsin/domain/store';
import { incidentIdOf } from './ids.ts';
import type { Call, Step } from './plan.ts';
import type { UnitStep } from './planUnit.ts';
import {
  callMeta,
  carriedMeta,
  carriedOf,
  closing,
  closingActor,
  confirmationOf,
  enlistments,
  importActor,
  iso,
  reportOf,
  resolutionOf,
  stepName,
  unansweredReason,
  unitCommandOf,
  unitMeta,
} from './sfFireCommands.ts';
import { unitIdOf } from './sfFireUnit.ts';
import type { LeftOpen, Tally } from './tally.ts';

export interface CarryOutOptions {
  readonly store: Store;
  readonly tally: Tally;
  /** Department of each unit, by call sign. */
  readonly departments: ReadonlyMap<string, string>;
  readonly persist: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Carries out one step after the other as given; what depends on a refused one is left out. */
export function carryOut({ store, tally, departments, persist }: CarryOutOptions) {
  const refusedCalls = new Set<Call>();
  const refusedRows = new Set<string>();

  const count = (line: number, outcome: Outcome): boolean => {
    tally.commands += 1;
    if (outcome.kind === 'rejected') {
      tally.rejected.push({ line, rejection: outcome.rejection });
      return false;
    }
    if (outcome.kind === 'conflict') return false;
    if (outcome.repeated) tally.already += 1;
    else tally.events += outcome.events;
    return true;
  };
  const send = async (line: number, command: () => Promise<Outcome>): Promise<boolean> =>
    count(line, await persist(command));

  const onCall = (
    call: Call,
    command: IncidentCommand,
    meta: CommandMeta,
    guard?: Guard<Incident>,
  ): Promise<Outcome> =>
    persist(() => store.incident(incidentIdOf(call.number), command, meta, guard));

  async function begin(call: Call, command: IncidentCommand, meta: CommandMeta): Promise<void> {
    const { line } = call.row;
    if (!count(line, await onCall(call, command, meta))) refusedCalls.add(call);
  }

  async function ask(call: Call): Promise<void> {
    const { tasks, row, entry } = call;
    const command: IncidentCommand = { type: 'AssignTasks', data: { tasks } };
    const given = await onCall(call, command, callMeta(call, 'ask', entry));
    if (count(row.line, given)) tally.tasks += tasks.length;
  }

  async function enlist(line: number, unit: UnitFacts, step: Step & { kind: 'enlist' }) {
    const occurredAt = iso(step.at);
    for (const [type, commandId] of enlistments(unit.callSign, step.first)) {
      const command =
        type === 'RegisterUnit' ? ({ type, data: unit } as const) : ({ type, data: {} } as const);
      const meta: CommandMeta = { commandId, actor: importActor, occurredAt };
      await send(line, () => store.unit(unit.unit, command, meta));
    }
  }

  async function assignment(line: number, call: Call, step: UnitStep): Promise<void> {
    const { row, act } = step;
    if (refusedRows.has(row.rowId)) {
      tally.skipped += 1;
      return;
    }
    const meta = unitMeta(step, stepName(step));
    const done = await send(line, () => store.unit(unitIdOf(row.unit), unitCommandOf(step), meta));
    if (!done) {
      if (act.kind !== 'stage') refusedRows.add(row.rowId);
      return;
    }
    const department = departments.get(row.unit) ?? 'fire';
    count(line, await onCall(call, carriedOf(step, department), carriedMeta(step)));
  }

  /** Takes back what nobody answered; false when somebody has taken it on meanwhile. */
  async function takeBack(call: Call, task: string, at: number): Promise<boolean> {
    let inHand = false;
    const command: IncidentCommand = {
      type: 'CancelTask',
      data: { task, reason: unansweredReason },
    };
    const outcome = await onCall(call, command, callMeta(call, `cancel-${task}`, at), (state) => {
      const known = state.tasks.get(task);
      inHand = known !== undefined && isOpenTask(known) && !isUnanswered(known);
      const over = known === undefined || !isOpenTask(known);
      return inHand || over ? reject('taskStatus', {}, 'task') : undefined;
    });
    if (outcome.kind !== 'rejected') count(call.row.line, outcome);
    return !inHand;
  }

  async function finish(call: Call, at: number): Promise<LeftOpen | undefined> {
    let people = false;
    for (const { task } of call.tasks) people = !(await takeBack(call, task, at)) || people;
    if (people) return 'people';
    let left: LeftOpen | undefined;
    const resolving = await onCall(
      call,
      resolutionOf(call),
      callMeta(call, 'resolve', at),
      (state) => {
        left = undefined;
        const tasks = [...state.tasks.values()].some(isOpenTask);
        const units = [...state.commitments.values()].some(isCommitted);
        const ended = state.status === 'resolved' || state.status === 'closed';
        if (tasks || ended || state.status === 'cancelled') left = 'people';
        else if (units) left = 'units';
        return left === undefined ? undefined : reject('incidentStatus', {}, 'incident');
      },
    );
    if (left !== undefined && resolving.kind === 'rejected') return left;
    if (!count(call.row.line, resolving)) return 'people';
    const meta = callMeta(call, 'close', at, closingActor);
    return count(call.row.line, await onCall(call, closing, meta)) ? undefined : 'people';
  }

  return async function run(step: Step): Promise<void> {
    tally.steps += 1;
    if (step.kind === 'enlist') return enlist(step.line, step.unit, step);
    const { call } = step;
    if (refusedCalls.has(call)) {
      tally.skipped += 1;
      return;
    }
    switch (step.kind) {
      case 'report':
        return begin(call, reportOf(call), callMeta(call, 'report', call.received));
      case 'confirm':
        return begin(call, confirmationOf(call), callMeta(call, 'confirm', call.entry));
      case 'ask':
        return ask(call);
      case 'assignment':
        return assignment(step.line, call, step.step);
      case 'finish': {
        const left = await finish(call, step.at);
        if (left !== undefined) tally.leftOpen.set(call.number, left);
      }
    }
  };
}
