import { longText, textFault } from '../check.ts';
import { reject } from '../rejection.ts';
import type { DepotCommand } from './commands.ts';
import type { DepotDecision, OpenContext } from './context.ts';
import { releaseAll } from './decideCommitment.ts';
import type { DepotStock } from './stock.ts';

type Request = Extract<
  DepotCommand,
  { type: 'ReceiveRequest' | 'UpdateRequest' | 'CloseRequest' | 'DeclineRequest' }
>;

/** Carried from the incident's record: never refused, and carrying it again records nothing. */
export function decideRequest(
  command: Request,
  stock: DepotStock,
  { city }: OpenContext,
): DepotDecision {
  const { request: id } = command.data;
  const known = stock.requests.get(id);
  switch (command.type) {
    case 'ReceiveRequest': {
      if (known) return [];
      const department = city.depots.get(command.data.depot)?.department;
      const whose = department === undefined ? {} : { department };
      return [{ type: 'RequestReceived', data: { ...command.data, ...whose } }];
    }
    case 'UpdateRequest': {
      const { elsewhere, asOf } = command.data;
      if (!known || asOf <= known.asOf || elsewhere === known.elsewhere) return [];
      return [{ type: 'RequestUpdated', data: command.data }];
    }
    case 'CloseRequest': {
      const { reason } = command.data;
      const released = releaseAll(stock, id, reason);
      const incident = known?.incident ?? '';
      const closed = { type: 'RequestClosed', data: { incident, request: id, reason } } as const;
      return known ? [...released, closed] : released;
    }
    case 'DeclineRequest': {
      if (!known) return reject('unknownRequest', { request: id }, 'request');
      const { reason } = command.data;
      const data = { incident: known.incident, request: id, reason };
      return textFault(reason, 'reason', longText) ?? [{ type: 'RequestDeclined', data }];
    }
  }
}
