import { firstFault, longText, optionalTextFault, quantityFault, textFault } from '../../check.ts';
import type { City } from '../../city/city.ts';
import { type Rejection, reject } from '../../rejection.ts';
import type { Decision, IncidentContext } from '../context.ts';
import { type Incident, isOpen } from '../incident.ts';
import type { SupplyCommand } from './commands.ts';
import type { OtherDepot, SupplyEvent } from './events.ts';
import { givenBy, type SupplyRequest, stillOut } from './supplies.ts';

type Of<T extends SupplyCommand['type']> = Extract<SupplyCommand, { type: T }>['data'];

/** At most this many requests in one incident. */
const mostRequests = 200;

const depotsOf = (city: City): readonly string[] =>
  [...city.depots.keys()].map((depot) => `${city.id}.${depot}`);

function request(
  data: Of<'RequestSupplies'>,
  incident: Incident,
  { city, actor }: IncidentContext,
): Decision {
  if (!city) return reject('unknownCity', { city: incident.city }, 'city');
  if (!isOpen(incident) || incident.status === 'reported') {
    const wanted = 'confirmed, responding, contained';
    return reject('incidentStatus', { status: incident.status, wanted }, 'incident');
  }
  const { request: id, item, quantity, depot } = data;
  if (incident.supplies.has(id)) return reject('alreadyExists', { request: id }, 'request');
  if (!city.items.has(item)) return reject('unknownItem', { item }, 'item');
  const depots = depotsOf(city).filter((one) => depot === undefined || one === depot);
  if (depots.length === 0) return reject('unknownDepot', { depot: depot ?? '' }, 'depot');
  const fault = firstFault(
    quantityFault(quantity, 'quantity'),
    optionalTextFault(data.note, 'note', longText),
    incident.supplies.size >= mostRequests
      ? reject('tooMany', { max: mostRequests }, 'request')
      : undefined,
  );
  if (fault) return fault;
  const exercise = incident.exercise ? ({ exercise: true } as const) : {};
  const facts = { ...data, city: city.id, depots, requestedBy: actor.name, ...exercise };
  return [{ type: 'SupplyRequested', data: facts }];
}

const endedFault = ({ status }: SupplyRequest): Rejection | undefined =>
  status === 'open' ? undefined : reject('supplyRequestEnded', { status }, 'request');

/** A department takes back what it asked for, the command centre what anybody did. */
function requesterFault({ requested }: SupplyRequest, { actor }: IncidentContext) {
  const { department, name } = requested.by;
  return actor.role !== 'liaison' || actor.department === department
    ? undefined
    : reject('requestOfAnother', { name }, 'request');
}

function cancel(
  { request: id, reason }: Of<'CancelSupplyRequest'>,
  incident: Incident,
  context: IncidentContext,
): Decision {
  const known = incident.supplies.get(id);
  if (!known) return reject('unknownRequest', { request: id }, 'request');
  const fault = firstFault(
    endedFault(known),
    requesterFault(known, context),
    textFault(reason, 'reason', longText),
  );
  const { depots } = known;
  return fault ?? [{ type: 'SupplyRequestCancelled', data: { request: id, depots, reason } }];
}

const events = {
  committed: 'SupplyCommitted',
  released: 'SupplyReleased',
  issued: 'SupplyIssued',
  returned: 'SupplyReturned',
  consumed: 'SupplyConsumed',
} as const;

/** What the other depots must know when this one gives more, or less, to a request. */
function othersOf(
  known: SupplyRequest,
  depot: string,
  change: number,
): { readonly others?: readonly OtherDepot[] } {
  if (known.status !== 'open') return {};
  const all = givenBy(known) + change;
  const others = known.depots
    .filter((one) => one !== depot)
    .map((one) => ({ depot: one, elsewhere: all - givenBy(known, one) }));
  return others.length === 0 ? {} : { others };
}

/** The record takes what a depot did whatever the request's status by then: it was done. */
function carry(
  { movement, returnable, ...facts }: Of<'CarrySupply'>,
  incident: Incident,
): readonly SupplyEvent[] {
  const known = incident.supplies.get(facts.request);
  if (!known) return [];
  const type = events[movement];
  switch (type) {
    case 'SupplyCommitted':
    case 'SupplyReleased': {
      const quantity = facts.lots.reduce((sum, lot) => sum + lot.quantity, 0);
      const change = type === 'SupplyCommitted' ? quantity : -quantity;
      return [{ type, data: { ...facts, ...othersOf(known, facts.depot, change) } }];
    }
    case 'SupplyIssued':
      return [{ type, data: { ...facts, returnable: returnable ?? false } }];
    default:
      return [{ type, data: facts }];
  }
}

export function decideSupplies(
  command: SupplyCommand,
  incident: Incident,
  context: IncidentContext,
): Decision {
  switch (command.type) {
    case 'RequestSupplies':
      return request(command.data, incident, context);
    case 'CancelSupplyRequest':
      return cancel(command.data, incident, context);
    case 'CarrySupply':
      return carry(command.data, incident);
    case 'CarryDecline':
      if (!incident.supplies.has(command.data.request)) return [];
      return [{ type: 'SupplyRequestDeclined', data: command.data }];
  }
}

/** An incident doesn't end while something that must come back is out there. */
export function suppliesOutFault(incident: Incident): Rejection | undefined {
  const out = stillOut(incident);
  if (out.length === 0) return undefined;
  const items = out.map((one) => `${one.item} × ${one.out}`).join(', ');
  return reject('suppliesOut', { count: out.length, items }, 'incident');
}

/** The requests that end with their incident, so that what is reserved for them comes free. */
export const endRequests = ({ supplies }: Incident): readonly SupplyEvent[] =>
  [...supplies.values()]
    .filter(({ status }) => status === 'open')
    .map(({ id, depots }) => ({ type: 'SupplyRequestEnded', data: { request: id, depots } }));
