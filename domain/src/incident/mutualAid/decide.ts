import { firstFault, longText, optionalTextFault, textFault } from '../../check.ts';
import type { City } from '../../city/city.ts';
import { type Rejection, reject } from '../../rejection.ts';
import type { Decision, IncidentContext } from '../context.ts';
import { type Incident, isOpen } from '../incident.ts';
import type { MutualAidCommand, OfferedUnit } from './commands.ts';
import type { GrantedUnit, MutualAidEvent } from './events.ts';
import { isOpenMutualAid, type MutualAid } from './mutualAid.ts';

type Of<T extends MutualAidCommand['type']> = Extract<MutualAidCommand, { type: T }>['data'];

const mostUnits = 50;
/** A call sign becomes part of the unit's id. */
const callSignText = /^[\p{L}\p{N}][\p{L}\p{N} _-]*$/u;

const openFault = (incident: Incident): Rejection | undefined =>
  isOpen(incident)
    ? undefined
    : reject('incidentStatus', { status: incident.status, wanted: 'responding' }, 'incident');

function request(
  data: Of<'RequestMutualAid'>,
  incident: Incident,
  { city }: IncidentContext,
): Decision {
  const { request: id, jurisdiction, capability, count } = data;
  if (incident.mutualAid.has(id)) return reject('alreadyExists', { request: id }, 'request');
  const fault = firstFault(
    openFault(incident),
    city?.jurisdictions.has(jurisdiction)
      ? undefined
      : reject('unknownJurisdiction', { jurisdiction }, 'jurisdiction'),
    city?.capabilities.has(capability)
      ? undefined
      : reject('unknownCapability', { capability }, 'capability'),
    Number.isInteger(count) && count > 0 && count <= mostUnits
      ? undefined
      : reject('outOfRange', { min: 1, max: mostUnits }, 'count'),
    textFault(data.reason, 'reason', longText),
  );
  return fault ?? [{ type: 'MutualAidRequested', data }];
}

function unitFault(unit: OfferedUnit, at: number, city: City | undefined): Rejection | undefined {
  const field = `units[${at}]`;
  return firstFault(
    textFault(unit.callSign, `${field}.callSign`, 32),
    callSignText.test(unit.callSign) ? undefined : reject('notAnId', {}, `${field}.callSign`),
    city?.departments.has(unit.department)
      ? undefined
      : reject('unknownDepartment', { department: unit.department }, `${field}.department`),
    textFault(unit.kind, `${field}.kind`, 64),
  );
}

function unitsFault(units: readonly OfferedUnit[], city: City | undefined): Rejection | undefined {
  if (units.length === 0) return reject('required', {}, 'units');
  if (units.length > mostUnits) return reject('tooMany', { max: mostUnits }, 'units');
  const names = units.map((unit) => unit.callSign);
  const twice = names.findIndex((name, at) => names.indexOf(name) !== at);
  return firstFault(
    ...units.map((unit, at) => unitFault(unit, at, city)),
    twice < 0
      ? undefined
      : reject('alreadyExists', { callSign: names[twice] ?? '' }, `units[${twice}].callSign`),
  );
}

/** Granted with at least one unit, or declined with the reason in the note. */
function answer(
  data: Of<'AnswerMutualAid'>,
  incident: Incident,
  { city }: IncidentContext,
): Decision {
  const known = incident.mutualAid.get(data.request);
  if (!known) return reject('unknownMutualAid', { request: data.request }, 'request');
  if (known.answered || known.ended) return reject('mutualAidAnswered', {}, 'request');
  const { granted, note } = data;
  const fault = granted
    ? firstFault(
        openFault(incident),
        unitsFault(data.units, city),
        optionalTextFault(note, 'note', longText),
      )
    : textFault(note, 'note', longText);
  if (fault) return fault;
  const { jurisdiction, capability } = known;
  const units = granted
    ? data.units.map(
        (unit): GrantedUnit => ({
          ...unit,
          unit: `${incident.city}.${jurisdiction}-${unit.callSign}`,
        }),
      )
    : [];
  const facts = { jurisdiction, capability, city: incident.city, granted, units, note };
  return [{ type: 'MutualAidAnswered', data: { request: data.request, ...facts } }];
}

const ending = (
  { request: id, jurisdiction, units }: MutualAid,
  reason: string,
): MutualAidEvent => ({
  type: 'MutualAidEnded',
  data: { request: id, jurisdiction, units: units.map(({ unit }) => unit), reason },
});

function end({ request: id, reason }: Of<'EndMutualAid'>, incident: Incident): Decision {
  const known = incident.mutualAid.get(id);
  if (!known) return reject('unknownMutualAid', { request: id }, 'request');
  if (!isOpenMutualAid(known)) return [];
  return textFault(reason, 'reason', longText) ?? [ending(known, reason)];
}

/** Ends every request that is still open; for the incident's own end. */
export const endMutualAid = (incident: Incident): readonly MutualAidEvent[] =>
  [...incident.mutualAid.values()].filter(isOpenMutualAid).map((one) => ending(one, ''));

export function decideMutualAid(
  command: MutualAidCommand,
  incident: Incident,
  context: IncidentContext,
): Decision {
  switch (command.type) {
    case 'RequestMutualAid':
      return request(command.data, incident, context);
    case 'AnswerMutualAid':
      return answer(command.data, incident, context);
    case 'EndMutualAid':
      return end(command.data, incident);
  }
}
