import { useEffect, useMemo, useState } from 'react';
import { askUntilAnswered } from '../../api/askUntilAnswered.ts';
import { incidentBoard } from '../../api/boards.ts';
import { incidentBoardDocument } from '../../api/documents/boards.ts';
import type { IncidentRow } from '../../api/types.ts';
import { useDesk } from '../../app/desk.ts';
import type { BoardState } from '../../store/liveBoard.ts';
import { useSignal } from '../../store/signal.ts';
import { useAllRows } from '../../store/useRows.ts';
import type { Scope } from './search.ts';

export interface Found {
  readonly state: BoardState;
  readonly rows: readonly IncidentRow[];
}

/** Open incidents live; closed ones as they were when the list was opened or an incident left the board. */
export function useFoundIncidents(scope: Scope): Found {
  const { live, city } = useDesk();
  const board = useMemo(() => incidentBoard(live, city.city.id), [live, city]);
  useEffect(() => board.start(), [board]);
  const open = useAllRows(board.store);
  const state = useSignal(board.state);
  const [closed, setClosed] = useState<readonly IncidentRow[] | null>(null);
  const [failed, setFailed] = useState(false);
  const wantsClosed = scope !== 'open';
  const count = open.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: fewer open incidents means more closed ones
  useEffect(() => {
    if (!wantsClosed) return;
    return askUntilAnswered(
      incidentBoardDocument,
      { city: city.city.id, closed: true },
      {
        answered: ({ board: found }) => {
          setClosed(found.rows);
          setFailed(false);
        },
        failed: () => setFailed(true),
      },
    );
  }, [wantsClosed, city, count]);

  const rows = useMemo(() => {
    const all = new Map((wantsClosed ? (closed ?? []) : []).map((row) => [row.id, row]));
    if (scope !== 'closed') for (const row of open) all.set(row.id, row);
    return [...all.values()].sort((a, b) => b.number - a.number);
  }, [scope, wantsClosed, closed, open]);
  if (!wantsClosed) return { state, rows };
  if (failed) return { state: 'failed', rows };
  return { state: closed === null ? 'loading' : state, rows };
}
