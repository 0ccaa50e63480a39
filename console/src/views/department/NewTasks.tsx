import { useEffect, useRef, useState } from 'react';
import type { TaskRow } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { isUnanswered } from '../../store/needs.ts';

/** A banner for tasks that came since the board was opened; it goes when they are answered. */
export function NewTasks({
  loaded,
  rows,
  onShow,
}: {
  loaded: boolean;
  rows: readonly TaskRow[];
  onShow: (task: string) => void;
}) {
  const { t } = useWords();
  const known = useRef<ReadonlySet<string> | null>(null);
  const [arrived, setArrived] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const ids = new Set(rows.map((row) => row.id));
    const before = known.current;
    if (!loaded) return;
    known.current = ids;
    if (before === null) return;
    const fresh = [...ids].filter((id) => !before.has(id));
    if (fresh.length > 0) setArrived((shown) => new Set([...shown, ...fresh]));
  }, [loaded, rows]);

  const waiting = rows.filter((row) => arrived.has(row.id) && isUnanswered(row));
  const newest = waiting.at(-1);
  return (
    <div role="status" aria-live="assertive">
      {newest && (
        <button
          type="button"
          className="new-task"
          data-testid="new-task"
          onClick={() => onShow(newest.id)}
        >
          <b aria-hidden="true">!</b>{' '}
          {t('department.newTask', { count: waiting.length, what: newest.what })}
        </button>
      )}
    </div>
  );
}
