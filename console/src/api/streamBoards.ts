import { type LiveBoard, liveBoard } from '../store/liveBoard.ts';
import { byLevel } from '../store/warnings.ts';
import { ask } from './client.ts';
import { dutyBoardDocument, dutyChangesDocument } from './documents/duty.ts';
import {
  plannedEventBoardDocument,
  plannedEventChangesDocument,
} from './documents/plannedEvents.ts';
import { warningBoardDocument, warningChangesDocument } from './documents/warnings.ts';
import type { Live } from './live.ts';
import type { DutyRow, PlannedEventRow, WarningRow } from './types.ts';

/** The warnings that have not ended, the worst first. */
export const warningBoard = (live: Live, city: string): LiveBoard<WarningRow> =>
  liveBoard<WarningRow>(
    {
      load: async () => (await ask(warningBoardDocument, { city })).board,
      subscribe: (cursor, sink) =>
        live.subscribe(warningChangesDocument, () => ({ city, after: cursor() }), {
          next: ({ changes }) => sink.next(changes),
          ended: sink.ended,
        }),
    },
    { compare: byLevel },
  );

/** The planned events that have not ended, the first to begin first. */
export const plannedEventBoard = (live: Live, city: string): LiveBoard<PlannedEventRow> =>
  liveBoard<PlannedEventRow>(
    {
      load: async () => (await ask(plannedEventBoardDocument, { city })).board,
      subscribe: (cursor, sink) =>
        live.subscribe(plannedEventChangesDocument, () => ({ city, after: cursor() }), {
          next: ({ changes }) => sink.next(changes),
          ended: sink.ended,
        }),
    },
    { compare: (a, b) => a.from.localeCompare(b.from) },
  );

/** The duty desks of the departments at which anything was ever recorded. */
export const dutyBoard = (live: Live, city: string): LiveBoard<DutyRow> =>
  liveBoard<DutyRow>(
    {
      load: async () => (await ask(dutyBoardDocument, { city })).board,
      subscribe: (cursor, sink) =>
        live.subscribe(dutyChangesDocument, () => ({ city, after: cursor() }), {
          next: ({ changes }) => sink.next(changes),
          ended: sink.ended,
        }),
    },
    { compare: (a, b) => a.id.localeCompare(b.id) },
  );
