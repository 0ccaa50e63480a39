import { type LiveBoard, liveBoard } from '../store/liveBoard.ts';
import { ask } from './client.ts';
import { depotBoardDocument, depotChangesDocument } from './documents/supplies.ts';
import type { Live } from './live.ts';
import type { DepotRow } from './types.ts';

export const depotBoard = (live: Live, city: string): LiveBoard<DepotRow> =>
  liveBoard<DepotRow>(
    {
      load: async () => (await ask(depotBoardDocument, { city })).board,
      subscribe: (cursor, sink) =>
        live.subscribe(depotChangesDocument, () => ({ city, after: cursor() }), {
          next: ({ changes }) => sink.next(changes),
          ended: sink.ended,
        }),
    },
    { compare: (a, b) => a.id.localeCompare(b.id) },
  );
