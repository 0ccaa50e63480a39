import type { Recorded } from '../metadata.ts';
import type { DepotCommand } from './commands.ts';
import type { DepotEvent } from './events.ts';

/** Whether an unseen event concerns the same request, commitment or lot as the command. */
export function touches(command: DepotCommand, { data }: Recorded<DepotEvent>): boolean {
  switch (command.type) {
    case 'CommitStock':
    case 'DeclineRequest':
      return 'request' in data && data.request === command.data.request;
    case 'ReleaseCommitment':
    case 'IssueStock':
    case 'ReturnStock':
    case 'ConsumeStock':
      return 'commitment' in data && data.commitment === command.data.commitment;
    case 'CountStock':
    case 'WriteOffStock': {
      const { item, lot } = command.data;
      if (!('item' in data) || data.item !== item) return false;
      return 'lots' in data
        ? data.lots.some((one) => one.lot === lot)
        : 'lot' in data && data.lot === lot;
    }
    default:
      return false;
  }
}
