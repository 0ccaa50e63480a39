import { firstFault, longText, oneOfFault, shortText, textFault } from '../../check.ts';
import { type Rejection, reject } from '../../rejection.ts';
import type { Decision, IncidentContext } from '../context.ts';
import type { Incident } from '../incident.ts';
import type { AfterCommand } from './commands.ts';
import type { AfterEvent } from './events.ts';
import { type ActionStatus, type CorrectiveAction, isOwed } from './state.ts';

type Of<T extends AfterCommand['type']> = Extract<AfterCommand, { type: T }>['data'];

const types: Readonly<Record<AfterCommand['type'], true>> = {
  RecordFinding: true,
  AssignAction: true,
  ReportAction: true,
  FinishAction: true,
  VerifyAction: true,
  ReturnAction: true,
  CancelAction: true,
  EscalateAction: true,
};

export const isOfAfter = <C extends { readonly type: string }>(
  command: C,
): command is Extract<C, { type: AfterCommand['type'] }> => Object.hasOwn(types, command.type);

/** At most this many findings, and actions, of one incident. */
const mostOfEach = 500;

function recordFinding(data: Of<'RecordFinding'>, { findings }: Incident): Decision {
  const fault = firstFault(
    findings.has(data.finding) ? reject('alreadyExists', {}, 'finding') : undefined,
    findings.size >= mostOfEach ? reject('tooMany', { max: mostOfEach }, 'finding') : undefined,
    textFault(data.text, 'text', longText),
    oneOfFault(data.severity, ['low', 'medium', 'high'], 'severity'),
  );
  return fault ?? [{ type: 'FindingRecorded', data }];
}

function dueFault(dueBy: string, now: string): Rejection | undefined {
  const due = Date.parse(dueBy);
  if (Number.isNaN(due)) return reject('notATime', { value: dueBy }, 'dueBy');
  return due > Date.parse(now) ? undefined : reject('inThePast', { value: dueBy, now }, 'dueBy');
}

const firstStep = ({ city }: IncidentContext): { readonly firstAfter?: number } => {
  const first = city?.rules.overdueActions[0];
  return first ? { firstAfter: first.after } : {};
};

function assign(data: Of<'AssignAction'>, incident: Incident, context: IncidentContext): Decision {
  const { department, owner } = data;
  const { actions, findings } = incident;
  const fault = firstFault(
    actions.has(data.action) ? reject('alreadyExists', {}, 'action') : undefined,
    actions.size >= mostOfEach ? reject('tooMany', { max: mostOfEach }, 'action') : undefined,
    findings.has(data.finding) ? undefined : reject('unknownFinding', {}, 'finding'),
    context.city?.departments.has(department)
      ? undefined
      : reject('unknownDepartment', { department }, 'department'),
    textFault(data.text, 'text', longText),
    owner && textFault(owner.account, 'owner.account', shortText),
    owner && textFault(owner.name, 'owner.name', shortText),
    dueFault(data.dueBy, context.now),
  );
  return fault ?? [{ type: 'ActionAssigned', data: { ...data, ...firstStep(context) } }];
}

const statusFault = (
  { status }: CorrectiveAction,
  ...wanted: readonly ActionStatus[]
): Rejection | undefined =>
  wanted.includes(status)
    ? undefined
    : reject('actionStatus', { status, wanted: wanted.join(', ') }, 'action');

/** Who put it right doesn't judge it. */
const doerFault = (
  { done }: CorrectiveAction,
  { actor }: IncidentContext,
): Rejection | undefined =>
  done?.by.id === actor.id
    ? reject('doerMayNotVerifyAction', { name: actor.name }, 'action')
    : undefined;

function returned(
  data: Of<'ReturnAction'>,
  action: CorrectiveAction,
  context: IncidentContext,
): Decision {
  const { dueBy = action.dueBy } = data;
  const fault = firstFault(
    statusFault(action, 'done'),
    textFault(data.reason, 'reason', longText),
    data.dueBy === undefined ? undefined : dueFault(dueBy, context.now),
  );
  return fault ?? [{ type: 'ActionReturned', data: { ...data, dueBy, ...firstStep(context) } }];
}

function escalate(
  data: Of<'EscalateAction'>,
  action: CorrectiveAction,
  { city }: IncidentContext,
): Decision {
  const steps = city?.rules.overdueActions;
  const step = steps?.[data.step - 1];
  const due = isOwed(action) && action.dueBy === data.deadline;
  if (!step || !due || action.escalations.length !== data.step - 1) return [];
  const next = steps?.[data.step];
  const nextAfter = next ? { nextAfter: next.after } : {};
  return [{ type: 'ActionEscalated', data: { ...data, to: step.to, ...nextAfter } }];
}

const record = (event: AfterEvent, ...faults: readonly (Rejection | undefined)[]): Decision =>
  firstFault(...faults) ?? [event];

/** What is found and put right afterwards: also when the incident has long been closed. */
export function decideAfter(
  command: AfterCommand,
  incident: Incident,
  context: IncidentContext,
): Decision {
  if (command.type === 'RecordFinding') return recordFinding(command.data, incident);
  if (command.type === 'AssignAction') return assign(command.data, incident, context);
  const action = incident.actions.get(command.data.action);
  if (!action) return reject('unknownAction', {}, 'action');
  switch (command.type) {
    case 'ReportAction':
      return record(
        { type: 'ActionReported', data: command.data },
        statusFault(action, 'assigned', 'returned'),
        textFault(command.data.note, 'note', longText),
      );
    case 'FinishAction':
      return record(
        { type: 'ActionDone', data: command.data },
        statusFault(action, 'assigned', 'returned'),
        textFault(command.data.note, 'note', longText),
      );
    case 'VerifyAction':
      return record(
        { type: 'ActionVerified', data: command.data },
        statusFault(action, 'done'),
        doerFault(action, context),
      );
    case 'ReturnAction':
      return returned(command.data, action, context);
    case 'CancelAction':
      return record(
        { type: 'ActionCancelled', data: command.data },
        statusFault(action, 'assigned', 'done', 'returned'),
        textFault(command.data.reason, 'reason', longText),
      );
    case 'EscalateAction':
      return escalate(command.data, action, context);
  }
}
