import type { DepotCommand } from '../depot/commands.ts';
import type { LotFacts } from '../depot/events.ts';
import { derivedId } from '../derivedId.ts';
import type { SupplyCommand } from '../incident/supplies/commands.ts';
import type { LogEvent } from '../tocsinEvent.ts';
import type { Policy, Reaction } from './policy.ts';

const idOf = (event: LogEvent, target: string): string => derivedId('supplies', event.id, target);

const toDepot = (event: LogEvent, depot: string, command: DepotCommand): Reaction => ({
  kind: 'command',
  target: { stream: 'depot', id: depot, command },
  commandId: idOf(event, depot),
});

const toIncident = (
  event: LogEvent,
  incident: string,
  command: SupplyCommand,
): readonly Reaction[] => [
  {
    kind: 'command',
    target: { stream: 'incident', id: incident, command },
    commandId: idOf(event, incident),
  },
];

/** Puts an incident's requests to the depots, and tells them what became of them. */
function ofIncident(event: LogEvent): readonly Reaction[] {
  switch (event.type) {
    case 'SupplyRequested': {
      const { depots, depot: _asked, city, ...facts } = event.data;
      const incident = event.stream.slice('incident-'.length);
      return depots.map((id) => {
        const depot = id.slice(city.length + 1);
        const data = { ...facts, city, depot, incident };
        return toDepot(event, id, { type: 'ReceiveRequest', data });
      });
    }
    case 'SupplyRequestCancelled':
    case 'SupplyRequestEnded': {
      const { request, depots } = event.data;
      const reason = event.type === 'SupplyRequestCancelled' ? event.data.reason : 'incidentEnded';
      return depots.map((id) =>
        toDepot(event, id, { type: 'CloseRequest', data: { request, reason } }),
      );
    }
    case 'SupplyCommitted':
    case 'SupplyReleased': {
      const { request, others = [] } = event.data;
      const asOf = Number(event.revision);
      return others.map(({ depot, elsewhere }) =>
        toDepot(event, depot, { type: 'UpdateRequest', data: { request, elsewhere, asOf } }),
      );
    }
    default:
      return [];
  }
}

const movements = {
  StockCommitted: 'committed',
  StockReleased: 'released',
  StockIssued: 'issued',
  StockReturned: 'returned',
  StockConsumed: 'consumed',
} as const;

type OnLot = Pick<LotFacts, 'item' | 'lot'>;
const notices = ['AnnounceExpiry', 'ExpireLot'] as const;
const timerOf = (notice: (typeof notices)[number], depot: string, { item, lot }: OnLot): string =>
  `${notice}:${depot}:${item}:${lot}`;

/** Carries what a depot did into the incident's record, and watches over its lots' last days. */
function ofDepot(event: LogEvent): readonly Reaction[] {
  const depot = event.stream.slice('depot-'.length);
  switch (event.type) {
    case 'StockReplenished': {
      const { item, lot, expires, announceAt, expiresAt } = event.data;
      if (expires === undefined) return [];
      return notices.flatMap((notice): readonly Reaction[] => {
        const due = notice === 'AnnounceExpiry' ? announceAt : expiresAt;
        if (due === undefined) return [];
        const command: DepotCommand = { type: notice, data: { item, lot, expires } };
        const timer = timerOf(notice, depot, { item, lot });
        const target = { stream: 'depot', id: depot, command } as const;
        return [{ kind: 'schedule', timer, due, target, commandId: idOf(event, notice) }];
      });
    }
    case 'StockCounted':
    case 'StockWrittenOff': {
      const { data } = event;
      if (!data.emptied) return [];
      return notices.map((notice) => ({ kind: 'cancel', timer: timerOf(notice, depot, data) }));
    }
    case 'StockCommitted':
    case 'StockReleased':
    case 'StockIssued':
    case 'StockReturned':
    case 'StockConsumed': {
      const { incident, commitment, request, item, lots } = event.data;
      const returnable = event.type === 'StockIssued' ? { returnable: event.data.returnable } : {};
      const movement = movements[event.type];
      const data = { request, commitment, depot, item, lots, movement, ...returnable };
      return toIncident(event, incident, { type: 'CarrySupply', data });
    }
    case 'RequestDeclined': {
      const { incident, request, reason } = event.data;
      const data = { request, depot, reason };
      return toIncident(event, incident, { type: 'CarryDecline', data });
    }
    default:
      return [];
  }
}

/** Between incidents and depots: requests one way, what was done about them the other. */
export const supplies: Policy = {
  name: 'supplies',
  react: (event) => (event.stream.startsWith('depot-') ? ofDepot(event) : ofIncident(event)),
};
