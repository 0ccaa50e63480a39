import type { IncidentBoard } from '../../api/boards.ts';
import type { UnitRow } from '../../api/types.ts';
import { useDesk } from '../../app/desk.ts';
import type { LiveBoard } from '../../store/liveBoard.ts';

export interface Boards {
  readonly incidents: IncidentBoard;
  readonly units: LiveBoard<UnitRow>;
}

export const useBoards = (): Boards => useDesk();
