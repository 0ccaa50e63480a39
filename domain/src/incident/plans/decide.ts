import { firstFault, longText, optionalTextFault, textFault } from '../../check.ts';
import { type Rejection, reject } from '../../rejection.ts';
import type { Decision, IncidentContext } from '../context.ts';
import { type Incident, isOpen } from '../incident.ts';
import { applyPlan } from './applyPlan.ts';
import type { PlanCommand } from './commands.ts';

type Of<T extends PlanCommand['type']> = Extract<PlanCommand, { type: T }>['data'];

/** At most this many units in one request. */
const mostUnits = 100;

const statusFault = (incident: Incident): Rejection | undefined =>
  isOpen(incident)
    ? undefined
    : reject(
        'incidentStatus',
        { status: incident.status, wanted: 'reported, confirmed, responding, contained' },
        'incident',
      );

function requestUnits(
  data: Of<'RequestUnits'>,
  incident: Incident,
  { city }: IncidentContext,
): Decision {
  const { request, capability, count, note } = data;
  const wholeNumber = Number.isInteger(count) && count >= 1 && count <= mostUnits;
  const fault = firstFault(
    statusFault(incident),
    incident.unitRequests.has(request)
      ? reject('alreadyExists', { request }, 'request')
      : undefined,
    city?.capabilities.has(capability)
      ? undefined
      : reject('unknownCapability', { capability }, 'capability'),
    wholeNumber ? undefined : reject('outOfRange', { min: 1, max: mostUnits }, 'count'),
    optionalTextFault(note, 'note', longText),
  );
  return fault ?? [{ type: 'UnitsRequested', data }];
}

function withdraw(data: Of<'WithdrawUnitRequest'>, incident: Incident): Decision {
  const known = incident.unitRequests.get(data.request);
  if (!known) return reject('unknownUnitRequest', { request: data.request }, 'request');
  if (known.withdrawn) return [];
  return textFault(data.reason, 'reason', longText) ?? [{ type: 'UnitRequestWithdrawn', data }];
}

/** A checklist stays open as long as the incident isn't closed: what was done is ticked later, too. */
function tick(data: Of<'TickChecklistItem'>, wanted: boolean, incident: Incident): Decision {
  if (incident.status === 'closed' || incident.status === 'cancelled')
    return reject(
      'incidentStatus',
      { status: incident.status, wanted: 'confirmed, responding, contained, resolved' },
      'incident',
    );
  const plan = incident.plans.get(data.plan);
  if (!plan) return reject('planNotApplied', { plan: data.plan }, 'plan');
  const item = plan.checklist.find(({ id }) => id === data.item);
  if (!item) return reject('unknownPlanPart', { part: data.item }, 'item');
  if ((item.ticked !== undefined) === wanted) return [];
  return [{ type: wanted ? 'ChecklistItemTicked' : 'ChecklistItemUnticked', data }];
}

export function decidePlans(
  command: PlanCommand,
  incident: Incident,
  context: IncidentContext,
): Decision {
  switch (command.type) {
    case 'ApplyPlan':
      return applyPlan(command.data, incident, context);
    case 'RequestUnits':
      return requestUnits(command.data, incident, context);
    case 'WithdrawUnitRequest':
      return withdraw(command.data, incident);
    case 'TickChecklistItem':
      return tick(command.data, true, incident);
    case 'UntickChecklistItem':
      return tick(command.data, false, incident);
  }
}
