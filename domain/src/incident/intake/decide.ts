import {
  firstFault,
  longText,
  oneOfFault,
  optionalTextFault,
  shortText,
  textFault,
  timeFault,
} from '../../check.ts';
import { derivedId } from '../../derivedId.ts';
import type { Place } from '../../place.ts';
import { isRejection, type Rejection, reject } from '../../rejection.ts';
import type { Decision, IncidentContext } from '../context.ts';
import { decidePlace } from '../decidePlace.ts';
import { openFault } from '../faults.ts';
import type { Incident } from '../incident.ts';
import type { IntakeCommand } from './commands.ts';
import type { Channel, ReportFacts } from './events.ts';

type Of<T extends IntakeCommand['type']> = Extract<IntakeCommand, { type: T }>['data'];

const channels: readonly Channel[] = [
  'phone',
  'hotline',
  'citizen',
  'inspector',
  'camera',
  'sensor',
  'agency',
];

const utc = (time: string): string => new Date(time).toISOString();

/** It rings, is picked up, and is entered: in this order. */
function callClockFault(
  { receivedAt, answeredAt }: Pick<ReportFacts, 'receivedAt' | 'answeredAt'>,
  now: string,
): Rejection | undefined {
  const fault =
    timeFault(receivedAt, now, 'receivedAt') ?? timeFault(answeredAt, now, 'answeredAt');
  if (fault || receivedAt === undefined || answeredAt === undefined) return fault;
  if (Date.parse(receivedAt) <= Date.parse(answeredAt)) return undefined;
  return reject('answeredBeforeItRang', { receivedAt, answeredAt }, 'answeredAt');
}

function reportFault(data: ReportFacts, now: string): Rejection | undefined {
  return firstFault(
    oneOfFault(data.channel, channels, 'channel'),
    textFault(data.what, 'what', longText),
    optionalTextFault(data.reporter.name, 'reporter.name', shortText),
    optionalTextFault(data.reporter.phone, 'reporter.phone', 40),
    optionalTextFault(data.reporter.address, 'reporter.address', shortText),
    optionalTextFault(data.reference, 'reference', 64),
    callClockFault(data, now),
  );
}

/** The report as it is recorded: its place found on the grid, its times in UTC. */
const settled = <R extends Of<'ReportIncident'> | ReportFacts>(report: R, place: Place): R => ({
  ...report,
  place,
  ...(report.receivedAt === undefined ? {} : { receivedAt: utc(report.receivedAt) }),
  ...(report.answeredAt === undefined ? {} : { answeredAt: utc(report.answeredAt) }),
});

/** A system that sends a report again, under the number it knows it by, has been heard already. */
const isRepeated = (data: Of<'ReportIncident'>, incident: Incident): boolean =>
  data.reference !== undefined &&
  data.reference === incident.reference &&
  data.channel === incident.channel &&
  data.report === incident.report;

function report(
  data: Of<'ReportIncident'>,
  incident: Incident,
  { city, now }: IncidentContext,
): Decision {
  if (incident.status !== 'none') {
    if (isRepeated(data, incident)) return [];
    return reject('alreadyExists', { incident: incident.id }, 'incident');
  }
  if (!city) return reject('unknownCity', { city: data.city }, 'city');
  const fault = reportFault(data, now);
  if (fault) return fault;
  const place = decidePlace(data.place, city);
  if (isRejection(place)) return place;
  if (data.kind !== undefined && !city.types.has(data.kind))
    return reject('unknownType', { type: data.kind }, 'kind');
  const facts = { ...settled(data, place), exercise: data.exercise ?? false };
  return [{ type: 'IncidentReported', data: facts }];
}

function link(data: ReportFacts, incident: Incident, { city, now }: IncidentContext): Decision {
  if (data.report === incident.report || incident.linked.has(data.report)) return [];
  if (incident.unlinked.has(data.report))
    return reject('alreadyExists', { report: data.report }, 'report');
  if (!city) return reject('unknownCity', { city: incident.city }, 'city');
  const fault = openFault(incident) ?? reportFault(data, now);
  if (fault) return fault;
  const place = decidePlace(data.place, city);
  if (isRejection(place)) return place;
  return [{ type: 'ReportLinked', data: settled(data, place) }];
}

/** No report is lost: what is taken off becomes an incident of its own, under an id that follows. */
function unlink(data: Of<'UnlinkReport'>, incident: Incident): Decision {
  const fault = textFault(data.reason, 'reason', longText);
  if (fault) return fault;
  if (data.report === incident.report) return reject('firstReport', {}, 'report');
  if (incident.unlinked.has(data.report)) return [];
  const linked = incident.linked.get(data.report);
  if (!linked) return reject('unknownReport', { report: data.report }, 'report');
  const { by, occurredAt, recordedAt, ...facts } = linked;
  const becomes = {
    ...facts,
    incident: derivedId('unlinked', incident.id, data.report),
    city: incident.city,
    exercise: incident.exercise,
  };
  return [{ type: 'ReportUnlinked', data: { ...data, becomes } }];
}

export function decideIntake(
  command: IntakeCommand,
  incident: Incident,
  context: IncidentContext,
): Decision {
  switch (command.type) {
    case 'ReportIncident':
      return report(command.data, incident, context);
    case 'LinkReport':
      return link(command.data, incident, context);
    case 'UnlinkReport':
      return unlink(command.data, incident);
  }
}
