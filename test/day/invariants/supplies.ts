import type { LogEvent } from '@tocsin/domain';
import { difference } from './difference.ts';
import { type Log, streamsOf } from './readLog.ts';

interface Held {
  readonly onHand: number;
  readonly committed: number;
}
type Change = readonly [key: string, onHand: number, committed: number];

/** What an event changes of each lot: on hand and reserved; a count says what is there. */
function changesOf({ type, data }: LogEvent): readonly Change[] {
  switch (type) {
    case 'StockReplenished':
      return [[`${data.item} ${data.lot}`, data.quantity, 0]];
    case 'StockCounted':
      return [[`${data.item} ${data.lot}`, data.difference, 0]];
    case 'StockWrittenOff':
      return [[`${data.item} ${data.lot}`, -data.quantity, 0]];
    case 'StockCommitted':
      return data.lots.map((lot) => [`${data.item} ${lot.lot}`, 0, lot.quantity]);
    case 'StockReleased':
      return data.lots.map((lot) => [`${data.item} ${lot.lot}`, 0, -lot.quantity]);
    case 'StockIssued':
      return data.lots.map((lot) => [`${data.item} ${lot.lot}`, -lot.quantity, -lot.quantity]);
    case 'StockReturned':
      return data.lots.map((lot) => [`${data.item} ${lot.lot}`, lot.quantity, 0]);
    default:
      return [];
  }
}

/** [S4] [S5] Nothing below zero, and never more reserved than is there, after each event. */
export function stockFaults(log: Log): string[] {
  const faults: string[] = [];
  for (const [depot, events] of streamsOf(log, 'depot')) {
    const lots = new Map<string, Held>();
    for (const event of events)
      for (const [lot, more, reserved] of changesOf(event)) {
        const known = lots.get(lot) ?? { onHand: 0, committed: 0 };
        const now = { onHand: known.onHand + more, committed: known.committed + reserved };
        lots.set(lot, now);
        if (now.committed < 0 || now.committed > now.onHand)
          faults.push(`${depot}@${event.revision}: ${lot}: ${now.committed} of ${now.onHand}`);
      }
  }
  return faults;
}

/** [S6] No more came back or was used up than went out, by commitment. */
export function overReturned(log: Log): string[] {
  const faults: string[] = [];
  for (const [depot, events] of streamsOf(log, 'depot')) {
    const out = new Map<string, number>();
    for (const { type, data, revision } of events) {
      if (type !== 'StockIssued' && type !== 'StockReturned' && type !== 'StockConsumed') continue;
      const moved = data.lots.reduce((sum, { quantity }) => sum + quantity, 0);
      const left = (out.get(data.commitment) ?? 0) + (type === 'StockIssued' ? moved : -moved);
      out.set(data.commitment, left);
      if (left < 0) faults.push(`${depot}@${revision}: ${data.commitment} ${left}`);
    }
  }
  return faults;
}

const recorded = {
  StockCommitted: 'SupplyCommitted',
  StockReleased: 'SupplyReleased',
  StockIssued: 'SupplyIssued',
  StockReturned: 'SupplyReturned',
  StockConsumed: 'SupplyConsumed',
  RequestDeclined: 'SupplyRequestDeclined',
} as const;
const isRecorded = (type: string): type is keyof typeof recorded => Object.hasOwn(recorded, type);
const records = new Set<string>(Object.values(recorded));

/** [S9] What the depots did and what the incidents' records say is the same, each once. */
export function uncarriedSupplies(log: Log): string[] {
  const done: string[] = [];
  const known: string[] = [];
  for (const [depot, events] of streamsOf(log, 'depot'))
    for (const { id, type, data } of events)
      if (isRecorded(type) && 'incident' in data)
        done.push(`${data.incident}: ${recorded[type]} ${depot} because of ${id}`);
  for (const [incident, events] of streamsOf(log, 'incident'))
    for (const { type, data, meta } of events)
      if (records.has(type) && 'depot' in data)
        known.push(`${incident}: ${type} ${data.depot} because of ${meta.causationId}`);
  return difference(done, known);
}

/** [S11] Every request reached every depot that it was put to, once. */
export function unreceivedRequests(log: Log): string[] {
  const asked: string[] = [];
  const received: string[] = [];
  for (const { stream, type, data } of log.events) {
    if (type === 'SupplyRequested')
      for (const depot of data.depots) asked.push(`${data.request} at depot-${depot}`);
    if (type === 'RequestReceived') received.push(`${data.request} at ${stream}`);
  }
  return difference(asked, received);
}
