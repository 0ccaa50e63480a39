import type { Recorded } from '../../metadata.ts';
import { evidence } from '../evidence.ts';
import type { Incident } from '../incident.ts';
import type { SupplyEvent } from './events.ts';
import type { SupplyCommitment, SupplyRequest } from './supplies.ts';

type Moved = Extract<Recorded<SupplyEvent>, { data: { commitment: string } }>;
type Counts = Partial<Record<'committed' | 'issued' | 'returned' | 'consumed', 1 | -1>>;

const counts = {
  SupplyCommitted: { committed: 1 },
  SupplyReleased: { committed: -1 },
  SupplyIssued: { committed: -1, issued: 1 },
  SupplyReturned: { returned: 1 },
  SupplyConsumed: { consumed: 1 },
} as const satisfies Readonly<Record<Moved['type'], Counts>>;

function moved(request: SupplyRequest, event: Moved): SupplyRequest {
  const { commitment, depot, lots } = event.data;
  const quantity = lots.reduce((sum, lot) => sum + lot.quantity, 0);
  const count: Counts = counts[event.type];
  const none = { commitment, depot, committed: 0, issued: 0, returned: 0, consumed: 0 };
  const known: SupplyCommitment = request.commitments.get(commitment) ?? none;
  const next: SupplyCommitment = {
    ...known,
    committed: known.committed + quantity * (count.committed ?? 0),
    issued: known.issued + quantity * (count.issued ?? 0),
    returned: known.returned + quantity * (count.returned ?? 0),
    consumed: known.consumed + quantity * (count.consumed ?? 0),
    ...(event.type === 'SupplyIssued' ? { returnable: event.data.returnable } : {}),
  };
  return { ...request, commitments: new Map(request.commitments).set(commitment, next) };
}

function changed(known: SupplyRequest, event: Recorded<SupplyEvent>): SupplyRequest {
  switch (event.type) {
    case 'SupplyRequested':
      return known;
    case 'SupplyRequestCancelled': {
      const cancelled = { ...evidence(event), reason: event.data.reason };
      return { ...known, status: 'cancelled', cancelled };
    }
    case 'SupplyRequestEnded':
      return { ...known, status: 'ended' };
    case 'SupplyRequestDeclined': {
      const { depot, reason } = event.data;
      return { ...known, declined: [...known.declined, { ...evidence(event), depot, reason }] };
    }
    default:
      return moved(known, event);
  }
}

function requested(event: Extract<Recorded<SupplyEvent>, { type: 'SupplyRequested' }>) {
  const { request: id, city, requestedBy, exercise, ...facts } = event.data;
  return {
    ...facts,
    id,
    status: 'open',
    requested: evidence(event),
    declined: [],
    commitments: new Map(),
  } as const;
}

export function evolveSupplies(incident: Incident, event: Recorded<SupplyEvent>): Incident {
  const id = event.data.request;
  const known = incident.supplies.get(id);
  if (event.type !== 'SupplyRequested' && !known) return incident;
  const next = event.type === 'SupplyRequested' || !known ? undefined : changed(known, event);
  const request = next ?? (event.type === 'SupplyRequested' ? requested(event) : undefined);
  if (!request) return incident;
  return { ...incident, supplies: new Map(incident.supplies).set(id, request) };
}
