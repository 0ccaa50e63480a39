import {
  firstFault,
  longText,
  oneOfFault,
  optionalTextFault,
  shortText,
  textFault,
} from '../check.ts';
import { type Rejection, reject } from '../rejection.ts';
import type { IncidentCommand } from './commands.ts';
import type { Decision, IncidentContext } from './context.ts';
import { decidePlace } from './decidePlace.ts';
import type { Channel, IncidentEvent } from './events.ts';
import { type Incident, type IncidentStatus, isCommitted, isOpen, isOpenTask } from './incident.ts';
import { endRequests, suppliesOutFault } from './supplies/decide.ts';

type Of<T extends IncidentCommand['type']> = Extract<IncidentCommand, { type: T }>['data'];
type Lifecycle = Extract<
  IncidentCommand,
  {
    type:
      | 'ReportIncident'
      | 'ConfirmIncident'
      | 'AddNote'
      | 'MarkContained'
      | 'ResolveIncident'
      | 'CloseIncident'
      | 'ReopenIncident'
      | 'CancelIncident';
  }
>;

const channels: readonly Channel[] = [
  'phone',
  'hotline',
  'citizen',
  'inspector',
  'camera',
  'sensor',
  'agency',
];
const levels = [1, 2, 3, 4] as const;
const classes = ['naturalDisaster', 'accidentDisaster', 'publicHealth', 'socialSecurity'] as const;
const cancelReasons = ['false', 'duplicate', 'test'] as const;

const statusFault = (
  incident: Incident,
  ...wanted: readonly IncidentStatus[]
): Rejection | undefined =>
  wanted.includes(incident.status)
    ? undefined
    : reject('incidentStatus', { status: incident.status, wanted: wanted.join(', ') }, 'incident');

function report(
  data: Of<'ReportIncident'>,
  incident: Incident,
  context: IncidentContext,
): Decision {
  if (incident.status !== 'none')
    return reject('alreadyExists', { incident: incident.id }, 'incident');
  if (!context.city) return reject('unknownCity', { city: data.city }, 'city');
  const fault = firstFault(
    oneOfFault(data.channel, channels, 'channel'),
    textFault(data.what, 'what', longText),
    optionalTextFault(data.reporter.name, 'reporter.name', shortText),
    optionalTextFault(data.reporter.phone, 'reporter.phone', 40),
    optionalTextFault(data.reference, 'reference', 64),
  );
  if (fault) return fault;
  const place = decidePlace(data.place, context.city);
  if ('rejected' in place) return place;
  return [{ type: 'IncidentReported', data: { ...data, place, exercise: data.exercise ?? false } }];
}

function confirm(
  data: Of<'ConfirmIncident'>,
  incident: Incident,
  context: IncidentContext,
): Decision {
  const fault = statusFault(incident, 'reported');
  if (fault) return fault;
  const type = context.city?.types.get(data.type);
  if (!type) return reject('unknownType', { type: data.type }, 'type');
  const wrong = firstFault(
    oneOfFault(data.class, classes, 'class'),
    oneOfFault(data.grade, levels, 'grade'),
    oneOfFault(data.priority, levels, 'priority'),
  );
  if (wrong) return wrong;
  const facts = {
    type: type.id,
    class: data.class ?? type.class,
    grade: data.grade ?? type.grade,
    priority: data.priority ?? type.priority,
  };
  return [{ type: 'IncidentConfirmed', data: facts }];
}

function resolve(data: Of<'ResolveIncident'>, incident: Incident): Decision {
  return (
    statusFault(incident, 'confirmed', 'responding', 'contained') ??
    textFault(data.summary, 'summary', longText) ?? [{ type: 'IncidentResolved', data }]
  );
}

/** What still hinders an end: a unit out there, or a task that someone has in hand. */
const committedFault = (incident: Incident): Rejection | undefined => {
  const units = [...incident.commitments.values()].filter(isCommitted);
  if (units.length === 0) return undefined;
  const names = units.map((unit) => unit.callSign).join(', ');
  return reject('committedUnits', { count: units.length, units: names }, 'incident');
};

const openTaskFault = (incident: Incident): Rejection | undefined => {
  const open = [...incident.tasks.values()].filter(isOpenTask);
  if (open.length === 0) return undefined;
  const departments = open.map((task) => task.department).join(', ');
  return reject('openTasks', { count: open.length, departments }, 'incident');
};

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
  return fault ?? [...endRequests(incident), { type: 'IncidentClosed', data }];
}

function cancel(data: Of<'CancelIncident'>, incident: Incident): Decision {
  const fault = firstFault(
    isOpen(incident) ? undefined : statusFault(incident, 'reported', 'confirmed', 'responding'),
    oneOfFault(data.reason, cancelReasons, 'reason'),
    textFault(data.note, 'note', longText),
    committedFault(incident),
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
  return [...cancelled, ...endRequests(incident), { type: 'IncidentCancelled', data }];
}

export function decideLifecycle(
  command: Lifecycle,
  incident: Incident,
  context: IncidentContext,
): Decision {
  switch (command.type) {
    case 'ReportIncident':
      return report(command.data, incident, context);
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
