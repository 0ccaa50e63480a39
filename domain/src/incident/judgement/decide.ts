import { firstFault, longText, oneOfFault, textFault } from '../../check.ts';
import type { City } from '../../city/city.ts';
import { responsibleFor } from '../../city/responsible.ts';
import { type Rejection, reject } from '../../rejection.ts';
import type { Decision, IncidentContext } from '../context.ts';
import { confirmedFault, openFault } from '../faults.ts';
import type { Incident } from '../incident.ts';
import type { JudgementCommand } from './commands.ts';
import type { JudgementEvent } from './events.ts';
import { responseLevelFault } from './responseLevel.ts';

type Of<T extends JudgementCommand['type']> = Extract<JudgementCommand, { type: T }>['data'];

const levels = [1, 2, 3, 4] as const;
const classes = ['naturalDisaster', 'accidentDisaster', 'publicHealth', 'socialSecurity'] as const;

export const judgementFault = (data: Omit<Of<'JudgeIncident'>, 'reason'>): Rejection | undefined =>
  firstFault(
    oneOfFault(data.class, classes, 'class'),
    oneOfFault(data.grade, levels, 'grade'),
    oneOfFault(data.priority, levels, 'priority'),
  );

const reasonFault = (reason: string): Rejection | undefined =>
  textFault(reason, 'reason', longText);

/** Whose affair it is by the rules; nothing when it is so already or a person has said otherwise. */
export function responsibilityByRule(
  type: string,
  incident: Incident,
  city: City | undefined,
): readonly JudgementEvent[] {
  const found = city && responsibleFor(city, type, incident.place);
  const { responsible } = incident;
  if (!found || responsible?.overridden) return [];
  if (responsible?.department === found.department && responsible.rule === found.rule) return [];
  return [{ type: 'ResponsibilityAssigned', data: { ...found, overridden: false } }];
}

function judge(data: Of<'JudgeIncident'>, incident: Incident, { city }: IncidentContext): Decision {
  const fault = firstFault(confirmedFault(incident), reasonFault(data.reason));
  if (fault) return fault;
  if (data.type !== undefined && !city?.types.has(data.type))
    return reject('unknownType', { type: data.type }, 'type');
  const wrong = judgementFault(data);
  if (wrong) return wrong;
  const { reason, ...judged } = data;
  const otherwise = Object.entries(judged).filter(
    ([axis, value]) => value !== undefined && value !== incident[axis as keyof typeof judged],
  );
  if (otherwise.length === 0) return [];
  const changed: Omit<Of<'JudgeIncident'>, 'reason'> = Object.fromEntries(otherwise);
  const followed =
    changed.type === undefined ? [] : responsibilityByRule(changed.type, incident, city);
  return [{ type: 'IncidentJudged', data: { ...changed, reason } }, ...followed];
}

function assign(
  { department: id, reason }: Of<'AssignResponsibility'>,
  incident: Incident,
  { city }: IncidentContext,
): Decision {
  const fault = firstFault(confirmedFault(incident), reasonFault(reason));
  if (fault) return fault;
  const department = city?.departments.get(id);
  if (!department) return reject('unknownDepartment', { department: id }, 'department');
  if (!department.takesTasks)
    return reject('departmentTakesNoTasks', { department: id }, 'department');
  if (incident.responsible?.department === id) return [];
  const data = { department: id, reason: { zh: reason, en: reason }, overridden: true };
  return [{ type: 'ResponsibilityAssigned', data }];
}

/** The district whose affair it is: the one that it was handed to, else that of its place. */
const districtOf = ({ jurisdiction, place }: Incident): string | undefined =>
  jurisdiction.district ?? place.district;

function raise({ reason }: Of<'RaiseIncident'>, incident: Incident): Decision {
  if (incident.jurisdiction.level === 'city') return [];
  const district = districtOf(incident);
  const from = district === undefined ? {} : { from: district };
  return [{ type: 'IncidentRaised', data: { ...from, to: 'city', reason } }];
}

function handDown(
  data: Of<'HandDownIncident'>,
  incident: Incident,
  { city }: IncidentContext,
): Decision {
  const { district } = data;
  if (!city?.districts.has(district)) return reject('unknownDistrict', { district }, 'district');
  if (incident.jurisdiction.level === 'district' && districtOf(incident) === district) return [];
  return [{ type: 'IncidentHandedDown', data }];
}

function setLevel(
  { level, reason }: Of<'SetResponseLevel'>,
  { responseLevel }: Incident,
  { actor }: IncidentContext,
): Decision {
  const previous = responseLevel?.level;
  if (level === previous) return [];
  const fault = responseLevelFault(actor, previous, level);
  if (fault) return fault;
  const now = previous === undefined ? {} : { previous };
  return [{ type: 'ResponseLevelSet', data: { level, ...now, reason } }];
}

export function decideJudgement(
  command: JudgementCommand,
  incident: Incident,
  context: IncidentContext,
): Decision {
  if (command.type === 'JudgeIncident') return judge(command.data, incident, context);
  if (command.type === 'AssignResponsibility') return assign(command.data, incident, context);
  const fault = openFault(incident) ?? reasonFault(command.data.reason);
  if (fault) return fault;
  switch (command.type) {
    case 'RaiseIncident':
      return raise(command.data, incident);
    case 'HandDownIncident':
      return handDown(command.data, incident, context);
    case 'SetResponseLevel':
      return setLevel(command.data, incident, context);
  }
}
