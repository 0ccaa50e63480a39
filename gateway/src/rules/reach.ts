import type { Board } from '@tocsin/projections/queries';
import { maySeeChange } from './maySeeChange.ts';
import type { Viewer } from './viewer.ts';

/** How much of a board in a city somebody sees: all of it, or one department's rows. */
export interface BoardReach {
  readonly department?: string;
}

/** What the rule of each row comes to for a whole board; undefined: no row of it. */
export function boardReach(viewer: Viewer, board: Board, city: string): BoardReach | undefined {
  const { department: own } = viewer;
  const sees = (department: string) => maySeeChange(viewer, { board, city, department });
  // Who sees the rows of a department that isn't their own sees those of every one.
  if (sees(`not ${own}`)) return {};
  return own !== undefined && sees(own) ? { department: own } : undefined;
}
