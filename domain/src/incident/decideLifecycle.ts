import { firstFault, longText, oneOfFault, optionalTextFault, textFault } from '../check.ts';
import { type Rejection, reject } from '../rejection.ts';
import type { IncidentCommand } from './commands.ts';
import type { Decision, IncidentContext } from './context.ts';
import type { IncidentEvent } from './events.ts';
import { committedFault, openFault, openTaskFault, statusFault } from './faults.ts';
import { type Incident, isOpenTask } from './incident.ts';
import { judgementFault, responsibilityByRule } from './judgement/decide.ts';
import { endMutualAid } from './mutualAid/decide.ts';
import { hasArrived, toRelease } from './release.ts';
import { endRequests, suppliesOutFault } from './supplies/decide.ts';

type Of<T extends IncidentCommand['type']> = Extract<IncidentCommand, { type: T }>['data'];
type Lifecycle = Extract<
  IncidentCommand,
  {
    type:
      | 'ConfirmIncident'
      | 'AddNote'
      | 'MarkContained'
      | 'ResolveIncident'
      | 'CloseIncident'
      | 'ReopenIncident'
      | 'CancelIncident';
  }
>;

const cancelReasons = ['false', 'duplicate', 'test'] as const;

function confirm(
  data: Of<'ConfirmIncident'>,
  incident: Incident,
  context: IncidentContext,
): Decision {
  const fault = statusFault(incident, 'reported');
  if (fault) return fault;
  const type = context.city?.types.get(data.type);
  if (!type) return reject('unknownType', { type: data.type }, 'type');
  const wrong = judgementFault(data);
  if (wrong) return wrong;
  const facts = {
    type: type.id,
    class: data.class ?? type.class,
    grade: data.grade ?? type.grade,
    priority: data.priority ?? type.priority,
  };
  const responsible = responsibilityByRule(type.id, incident, context.city);
  return [{ type: 'IncidentConfirmed', data: facts }, ...responsible];
}

function resolve(data: Of<'ResolveIncident'>, incident: Incident): Decision {
  return (
    statusFault(incident, 'confirmed', 'responding', 'contained') ??
    textFault(data.summary, 'summary', longText) ?? [
      { type: 'IncidentResolved', data: { ...data, ...toRelease(incident) } },
    ]
  );
}

/** Handling and closing are different roles (GB/T 30428). */
function handlerFault(incident: Incident, actor: string): Rejection | undefined {
  const handlers = [
    incident.resolved?.by,
    ...[...incident.tasks.values()]
      .flatMap((task) => [task, ...task.formerly])
      .flatMap(({ accepted, started, done }) => [accepted?.by, started?.by, done?.by]),
  ];
  const handler = handlers.find((by) => by?.id === actor);
  return handler ? reject('handlerMayNotClose', { name: handler.name }, 'incident') : undefined;
}

function close(data: Of<'CloseIncident'>, incident: Incident, context: IncidentContext): Decision {
  const ended = incident.status === 'closed' || incident.status === 'cancelled';
  const fault = firstFault(
    ended ? statusFault(incident, 'resolved') : undefined,
    openTaskFault(incident),
    committedFault(incident),
    suppliesOutFault(incident),
    statusFault(incident, 'resolved'),
    handlerFault(incident, context.actor.id),
    optionalTextFault(data.note, 'note', longText),
  );
  const over = [...endRequests(incident), ...endMutualAid(incident)];
  return fault ?? [...over, { type: 'IncidentClosed', data }];
}

function cancel(data: Of<'CancelIncident'>, incident: Incident): Decision {
  const fault = firstFault(
    openFault(incident),
    oneOfFault(data.reason, cancelReasons, 'reason'),
    textFault(data.note, 'note', longText),
    committedFault(incident, hasArrived),
    suppliesOutFault(incident),
  );
  if (fault) return fault;
  const open = [...incident.tasks.values()].filter(isOpenTask);
  const cancelled = open.map(
    (task): IncidentEvent => ({
      type: 'TaskCancelled',
      data: { task: task.id, reason: data.note },
    }),
  );
  const ended = [...cancelled, ...endRequests(incident), ...endMutualAid(incident)];
  return [...ended, { type: 'IncidentCancelled', data: { ...data, ...toRelease(incident) } }];
}

export function decideLifecycle(
  command: Lifecycle,
  incident: Incident,
  context: IncidentContext,
): Decision {
  switch (command.type) {
    case 'ConfirmIncident':
      return confirm(command.data, incident, context);
    case 'AddNote':
      return (
        textFault(command.data.text, 'text', longText) ?? [
          { type: 'NoteAdded', data: command.data },
        ]
      );
    case 'MarkContained':
      return (
        statusFault(incident, 'confirmed', 'responding') ?? [
          { type: 'IncidentContained', data: {} },
        ]
      );
    case 'ResolveIncident':
      return resolve(command.data, incident);
    case 'CloseIncident':
      return close(command.data, incident, context);
    case 'ReopenIncident':
      return (
        statusFault(incident, 'resolved', 'closed', 'cancelled') ??
        textFault(command.data.reason, 'reason', longText) ?? [
          { type: 'IncidentReopened', data: command.data },
        ]
      );
    case 'CancelIncident':
      return cancel(command.data, incident);
  }
}
