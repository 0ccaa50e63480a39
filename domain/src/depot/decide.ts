import type { CityContext } from '../cityContext.ts';
import type { Decider } from '../decider.ts';
import { isRejection, reject } from '../rejection.ts';
import { withAlarms } from './alarms.ts';
import type { DepotCommand } from './commands.ts';
import type { DepotDecision, OpenContext } from './context.ts';
import { commit, decideCommitment } from './decideCommitment.ts';
import { decideRequest } from './decideRequest.ts';
import { count, expire, replenish, writeOff } from './decideStock.ts';
import type { DepotEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { type DepotStock, noStock } from './stock.ts';
import { touches } from './touches.ts';

function decideMovement(
  command: DepotCommand,
  stock: DepotStock,
  context: OpenContext,
): DepotDecision {
  switch (command.type) {
    case 'ReplenishStock':
      return replenish(command.data, stock, context);
    case 'CountStock':
      return count(command.data, stock);
    case 'WriteOffStock':
      return writeOff(command.data, stock);
    case 'CommitStock':
      return commit(command.data, stock, context);
    case 'ReleaseCommitment':
    case 'IssueStock':
    case 'ReturnStock':
    case 'ConsumeStock':
      return decideCommitment(command, stock, context);
    case 'AnnounceExpiry':
    case 'ExpireLot':
      return expire(command, stock);
    default:
      return decideRequest(command, stock, context);
  }
}

function decide(command: DepotCommand, stock: DepotStock, context: CityContext): DepotDecision {
  const { city } = context;
  const named = 'city' in command.data ? command.data.city : stock.city;
  if (!city) return reject('unknownCity', { city: named }, 'city');
  const open = { ...context, city };
  const decided = decideMovement(command, stock, open);
  return isRejection(decided) ? decided : withAlarms(decided, stock, open);
}

/** What moves for an exercise is an exercise. */
function exercise({ commitments, requests }: DepotStock, { data }: DepotEvent): boolean {
  if ('exercise' in data) return data.exercise ?? false;
  if ('commitment' in data) return commitments.get(data.commitment)?.exercise ?? false;
  if ('request' in data) return requests.get(data.request)?.exercise ?? false;
  return false;
}

/** One depot's stock, which never goes below zero: every movement is decided here. */
export const depotDecider: Decider<DepotStock, DepotCommand, DepotEvent, CityContext> = {
  initial: noStock,
  evolve,
  decide,
  touches,
  exercise,
};
