import { createContext, useContext } from 'react';
import type { IncidentBoard } from '../../api/boards.ts';
import type { UnitRow } from '../../api/types.ts';
import type { LiveBoard } from '../../store/liveBoard.ts';

export interface Boards {
  readonly incidents: IncidentBoard;
  readonly units: LiveBoard<UnitRow>;
}

export const BoardsContext = createContext<Boards | null>(null);

export function useBoards(): Boards {
  const boards = useContext(BoardsContext);
  if (boards === null) throw new Error('A part of the dispatch view was drawn outside of it.');
  return boards;
}
