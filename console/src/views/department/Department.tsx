import { useEffect, useState } from 'react';
import type { TaskRow } from '../../api/types.ts';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { exerciseShown } from '../../store/exercise.ts';
import type { LiveBoard } from '../../store/liveBoard.ts';
import { useSignal } from '../../store/signal.ts';
import { useAllRows } from '../../store/useRows.ts';
import { NewTasks } from './NewTasks.tsx';
import { TaskList } from './TaskList.tsx';
import { useDelivery } from './useDelivery.ts';

/** The liaison's board: one department's tasks, what needs an answer first. */
export default function Department() {
  const { viewer, tasks } = useDesk();
  const { t } = useWords();
  if (viewer.department === null || tasks === null)
    return <p className="notice">{t('department.none')}</p>;
  return <Board department={viewer.department} board={tasks} />;
}

function Board({ department, board }: { department: string; board: LiveBoard<TaskRow> }) {
  const words = useWords();
  const rows = useAllRows(board.store);
  const state = useSignal(board.state);
  const asOf = useSignal(board.asOf);
  const [sought, setSought] = useState<{ readonly task: string } | null>(null);
  useDelivery(rows);
  const exercise = rows.some((row) => row.exercise);
  useEffect(() => {
    exerciseShown.set(exercise);
    return () => exerciseShown.set(false);
  }, [exercise]);
  return (
    <main className="department">
      <h1>{words.t('department.title', { department: words.department(department) })}</h1>
      {state === 'kept' && (
        <p className="notice" role="status" data-testid="kept">
          {words.t('department.kept', { time: asOf === null ? '' : words.full(asOf) })}
        </p>
      )}
      <NewTasks loaded={state !== 'loading'} rows={rows} onShow={(task) => setSought({ task })} />
      <TaskList board={board} rows={rows} sought={sought} />
    </main>
  );
}
