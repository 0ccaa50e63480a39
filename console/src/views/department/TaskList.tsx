import { useRef } from 'react';
import type { TaskRow } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { Failed } from '../../parts/Failed.tsx';
import { useSteady } from '../../parts/useSteady.ts';
import { Waiting } from '../../parts/Waiting.tsx';
import { useNow } from '../../store/clock.ts';
import type { LiveBoard } from '../../store/liveBoard.ts';
import { useSignal } from '../../store/signal.ts';
import { byDeadline, groupOf, groupOrder, type TaskGroup } from '../../store/taskGroups.ts';
import { TaskCard } from './TaskCard.tsx';

const inUse = (id: string): boolean =>
  document.getElementById(`task-${id}`)?.contains(document.activeElement) ?? false;

/** The group of each task; no card becomes overdue out of the hand of a person who is at it. */
function useGroups(rows: readonly TaskRow[]): ReadonlyMap<string, TaskGroup> {
  const now = useNow();
  const shown = useRef<ReadonlyMap<string, TaskGroup>>(new Map());
  const groups = new Map<string, TaskGroup>();
  for (const row of rows) {
    const group = groupOf(row, now);
    const before = shown.current.get(row.id);
    const kept = group === 'overdue' && before !== undefined && inUse(row.id) ? before : group;
    if (kept !== null) groups.set(row.id, kept);
  }
  shown.current = groups;
  return groups;
}

/** The tasks by what they ask for, each group by deadline: one list, so that no card is made anew. */
export function TaskList({ board, rows }: { board: LiveBoard<TaskRow>; rows: readonly TaskRow[] }) {
  const { t } = useWords();
  const state = useSignal(board.state);
  const groups = useGroups(rows);
  const list = useRef<HTMLUListElement>(null);
  useSteady(list, () => document.activeElement?.closest('.card')?.id ?? null);
  if (state === 'loading') return <Waiting />;
  if (state === 'failed' && rows.length === 0) return <Failed />;
  if (groups.size === 0) return <p className="nothing">{t('department.empty')}</p>;
  const items = groupOrder.flatMap((group) => {
    const members = rows.filter((row) => groups.get(row.id) === group).sort(byDeadline);
    if (members.length === 0) return [];
    const heading = (
      <li key={group} className={`group ${group}`} data-testid={`group-${group}`}>
        <h2>
          {t(`department.groups.${group}`)} <span className="quiet">{members.length}</span>
        </h2>
      </li>
    );
    return [heading, ...members.map((row) => <TaskCard key={row.id} board={board} id={row.id} />)];
  });
  return (
    <ul ref={list} className="task-list">
      {items}
    </ul>
  );
}
