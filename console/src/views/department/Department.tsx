import { useEffect, useMemo } from 'react';
import { taskBoard } from '../../api/boards.ts';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { exerciseShown } from '../../store/exercise.ts';
import { useSignal } from '../../store/signal.ts';
import { useAllRows } from '../../store/useRows.ts';
import { NewTasks } from './NewTasks.tsx';
import { TaskList } from './TaskList.tsx';
import { useDelivery } from './useDelivery.ts';

/** The liaison's board: one department's tasks, what needs an answer first. */
export default function Department() {
  const { viewer } = useDesk();
  const { t } = useWords();
  if (viewer.department === null) return <p className="notice">{t('department.none')}</p>;
  return <Board department={viewer.department} />;
}

function Board({ department }: { department: string }) {
  const { live, city } = useDesk();
  const words = useWords();
  const board = useMemo(() => taskBoard(live, city.city.id, department), [live, city, department]);
  useEffect(() => board.start(), [board]);
  const rows = useAllRows(board.store);
  const state = useSignal(board.state);
  useDelivery(rows);
  const exercise = rows.some((row) => row.exercise);
  useEffect(() => {
    exerciseShown.set(exercise);
    return () => exerciseShown.set(false);
  }, [exercise]);
  return (
    <main className="department">
      <h1>{words.t('department.title', { department: words.department(department) })}</h1>
      <NewTasks loaded={state !== 'loading'} rows={rows} />
      <TaskList board={board} rows={rows} />
    </main>
  );
}
