import type { TaskRow } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { useNow } from '../../store/clock.ts';
import type { LiveBoard } from '../../store/liveBoard.ts';
import { useSignal } from '../../store/signal.ts';
import { byDeadline, groupOf, groupOrder } from '../../store/taskGroups.ts';
import { TaskCard } from './TaskCard.tsx';

/** The tasks by what they ask for, each group by deadline. */
export function TaskList({ board, rows }: { board: LiveBoard<TaskRow>; rows: readonly TaskRow[] }) {
  const { t } = useWords();
  const state = useSignal(board.state);
  const now = useNow();
  if (state === 'loading') return <Waiting />;
  if (state === 'failed' && rows.length === 0) return <Failed />;
  if (rows.length === 0) return <p className="nothing">{t('department.empty')}</p>;
  return groupOrder.map((group) => {
    const members = rows.filter((row) => groupOf(row, now) === group).sort(byDeadline);
    if (members.length === 0) return null;
    return (
      <section key={group} className={`group ${group}`} data-testid={`group-${group}`}>
        <h2>
          {t(`department.groups.${group}`)} <span className="quiet">{members.length}</span>
        </h2>
        <ul>
          {members.map((row) => (
            <TaskCard key={row.id} board={board} id={row.id} />
          ))}
        </ul>
      </section>
    );
  });
}
