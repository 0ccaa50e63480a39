import { useEffect, useRef } from 'react';
import type { TaskRow } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Gap } from '../../parts/Gap.tsx';
import { useSteady } from '../../parts/useSteady.ts';
import { useWindow } from '../../parts/useWindow.ts';
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

/** About a card's height in pixels before one was drawn. */
const cardHeight = 260;

/** The tasks by what they ask for, each group by deadline: one list, so that no card is made anew. */
export function TaskList({
  board,
  rows,
  sought,
}: {
  board: LiveBoard<TaskRow>;
  rows: readonly TaskRow[];
  /** The task that a person asked to be brought into sight; each asking is an object of its own. */
  sought: { readonly task: string } | null;
}) {
  const { t } = useWords();
  const state = useSignal(board.state);
  const groups = useGroups(rows);
  const list = useRef<HTMLUListElement>(null);
  useSteady(list, () => document.activeElement?.closest('.card')?.id ?? null);
  const items = groupOrder.flatMap((group) => {
    const members = rows.filter((row) => groups.get(row.id) === group).sort(byDeadline);
    if (members.length === 0) return [];
    const heading = (
      <li key={group} data-key={group} className={`group ${group}`} data-testid={`group-${group}`}>
        <h2>
          {t(`department.groups.${group}`)} <span className="quiet">{members.length}</span>
        </h2>
      </li>
    );
    const cards = members.map(({ id }) => ({
      key: id,
      shown: <TaskCard key={id} board={board} id={id} />,
    }));
    return [{ key: group, shown: heading }, ...cards];
  });
  const parts = useWindow(
    list,
    items.map(({ key }) => key),
    cardHeight,
    sought?.task ?? null,
  );
  useEffect(() => {
    if (sought) document.getElementById(`task-${sought.task}`)?.scrollIntoView();
  }, [sought]);
  if (state === 'loading') return <Waiting />;
  if (state === 'failed' && rows.length === 0) return <Failed />;
  if (groups.size === 0) return <p className="nothing">{t('department.empty')}</p>;
  return (
    <ul ref={list} className="task-list">
      {parts.map((part) =>
        typeof part === 'number' ? (
          items[part]?.shown
        ) : (
          <Gap key={`gap ${part.at}`} as="li" height={part.gap} />
        ),
      )}
    </ul>
  );
}
