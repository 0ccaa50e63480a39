import { useEffect, useMemo } from 'react';
import { dutyBoard } from '../../api/streamBoards.ts';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { useSignal } from '../../store/signal.ts';
import { useAllRows } from '../../store/useRows.ts';
import '../../styles/board.css';
import '../../styles/duty.css';
import { Desks } from './Desks.tsx';
import { OwnDesk } from './OwnDesk.tsx';

/** Who is on duty where, live, beside the roster; one's own desk first, with its handovers [交接班]. */
export default function Duty() {
  const { live, city, viewer } = useDesk();
  const { t } = useWords();
  const { id, departments } = city.city;
  const board = useMemo(() => dutyBoard(live, id), [live, id]);
  useEffect(() => board.start(), [board]);
  const rows = useAllRows(board.store);
  const state = useSignal(board.state);
  // Who speaks for no department is at the command centre, which takes no tasks.
  const own = viewer.department ?? departments.find(({ takesTasks }) => !takesTasks)?.id;
  if (rows.length === 0 && state === 'loading') return <Waiting />;
  return (
    <main className="board" data-testid="duty">
      <h1>{t('duty.title')}</h1>
      {state === 'failed' && <Failed />}
      {own !== undefined && (
        <OwnDesk department={own} row={rows.find(({ department }) => department === own)} />
      )}
      <h2>{t('duty.everywhere')}</h2>
      <Desks rows={rows} />
    </main>
  );
}
