import type { Position } from '@tocsin/domain';
import type { Run } from '../options.ts';
import { type EventStoreNode, startNode } from '../parts/eventStore.ts';
import { temporaryFolder } from '../parts/folder.ts';
import { appoint } from './appoint.ts';
import { fillLog } from './fillLog.ts';
import { foundCity } from './found.ts';

/** Incidents that are open in a filled log, however long it is: the boards are equally full. */
const usualOpen = 200;

export interface FilledLog {
  readonly node: EventStoreNode;
  readonly folder: string;
  /** How many events were in it, and where it ended, when it was filled. */
  readonly events: number;
  readonly end: Position;
}

/**
 * A log of so many events, nearly all of closed incidents; filled once a run, for all its lines.
 *
 * @param open how many incidents are left open
 */
export function filledLog(run: Run, wanted: number, open = usualOpen): Promise<FilledLog> {
  return run.shared(`log of ${wanted}, ${open} open`, async (scope) => {
    const folder = await temporaryFolder(scope);
    const node = await startNode(scope, folder);
    const founded = (await foundCity(node.store)) + (await appoint(node.store));
    const told = (events: number): void =>
      run.say(`${Math.round(events).toLocaleString('en')} events written`);
    const filled = await fillLog(node.client, wanted - founded, told, open);
    const end = await node.store.lastPosition();
    if (end === undefined) throw new Error('the log is empty');
    return { node, folder, events: founded + filled, end };
  });
}
