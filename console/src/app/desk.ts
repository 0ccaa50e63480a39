import { createContext, useContext } from 'react';
import type { IncidentBoard } from '../api/boards.ts';
import type { Live } from '../api/live.ts';
import type { Post } from '../api/post.ts';
import type { TaskRow, UnitRow, Viewer, WarningRow } from '../api/types.ts';
import type { CityIndex } from '../store/cityIndex.ts';
import type { LiveBoard } from '../store/liveBoard.ts';

/** What every view works with: who looks, at which city, over which line. */
export interface Desk {
  readonly viewer: Viewer;
  readonly city: CityIndex;
  readonly live: Live;
  /** The warnings that have not ended; the whole console shows how many there are. */
  readonly warnings: LiveBoard<WarningRow>;
  /** Kept live in every view for those who may read them: what the command line names, what alarms. */
  readonly incidents: IncidentBoard;
  readonly units: LiveBoard<UnitRow>;
  /** The own department's tasks; null for those who belong to none. */
  readonly tasks: LiveBoard<TaskRow> | null;
  /** What a liaison answers, kept until it has arrived. */
  readonly post: Post;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('A view was drawn outside a desk.');
  return desk;
}

/** Whether a rule allows the action; `may` names the commands, as the gateway lists them. */
export const allows = (may: readonly string[], action: string): boolean => may.includes(action);
