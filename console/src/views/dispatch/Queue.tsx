import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { ActionButton } from '../../actions/ActionButton.tsx';
import type { IncidentBoard } from '../../api/boards.ts';
import type { IncidentRow } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { PopOut } from '../../panes/PopOut.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Gap } from '../../parts/Gap.tsx';
import { useSteady } from '../../parts/useSteady.ts';
import { useWindow } from '../../parts/useWindow.ts';
import { Waiting } from '../../parts/Waiting.tsx';
import { useNow } from '../../store/clock.ts';
import { heldOrder } from '../../store/heldOrder.ts';
import { firstDue, needOf } from '../../store/needs.ts';
import { moved } from '../../store/selection.ts';
import { useSignal } from '../../store/signal.ts';
import { useAllRows } from '../../store/useRows.ts';
import { QueueRow } from './QueueRow.tsx';
import { useParOverdue } from './useParOverdue.ts';

type Filter = 'all' | 'action' | 'overdue';

const filters = ['all', 'action', 'overdue'] as const;
/** A row's height in pixels, as the style has it. */
const rowHeight = 73;

interface Asks {
  readonly needed: boolean;
  /** When the first answer that is missing was due, in milliseconds; null when none is. */
  readonly due: number | null;
}
const asked = new WeakMap<IncidentRow, Asks>();

/** What a row asks for, found out once for each of its states. */
function asksOf(row: IncidentRow): Asks {
  const known = asked.get(row);
  if (known !== undefined) return known;
  const asks = { needed: needOf(row) !== null, due: firstDue(row) };
  asked.set(row, asks);
  return asks;
}

/** The ids under each filter, in one pass: a board of thousands changes many times a second. */
function sift(
  rows: readonly IncidentRow[],
  now: number,
  silent: ReadonlyMap<string, string>,
): Readonly<Record<Filter, readonly string[]>> {
  const action: string[] = [];
  const overdue: string[] = [];
  for (const row of rows) {
    const { needed, due } = asksOf(row);
    const late = silent.has(row.id) || (due !== null && due < now);
    if (late) overdue.push(row.id);
    if (late || needed) action.push(row.id);
  }
  return { all: rows.map(({ id }) => id), action, overdue };
}

export function Queue({
  board,
  selected,
  reporting,
  onSelect,
  onReport,
}: {
  board: IncidentBoard;
  selected: string | null;
  onSelect: (id: string) => void;
  /** A report is being taken and waits aside. */
  reporting: boolean;
  onReport: (() => void) | undefined;
}) {
  const { t } = useWords();
  const rows = useAllRows(board.store);
  const state = useSignal(board.state);
  const now = useNow();
  const [filter, setFilter] = useState<Filter>('all');
  const [cursor, setCursor] = useState<string | null>(selected);
  const list = useRef<HTMLDivElement>(null);
  const parOverdue = useParOverdue();
  const under = useMemo(() => sift(rows, now, parOverdue), [rows, now, parOverdue]);
  const ids = under[filter];
  const [held, setHeld] = useState<readonly string[] | null>(null);
  const { shown, fresh } = heldOrder(ids, held);
  const parts = useWindow(list, shown, rowHeight, cursor);
  useSteady(list, () =>
    cursor !== null && list.current === document.activeElement ? `row-${cursor}` : null,
  );

  useEffect(() => setCursor(selected), [selected]);
  useEffect(() => {
    if (cursor !== null)
      document.getElementById(`row-${cursor}`)?.scrollIntoView({ block: 'nearest' });
  }, [cursor]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && cursor !== null) onSelect(cursor);
    const next = moved(shown, cursor, event.key);
    if (next === cursor) return;
    event.preventDefault();
    setCursor(next);
  };
  const empty = rows.length === 0 ? t('queue.empty') : t('queue.emptyFilter');

  return (
    <section className="pane queue" aria-label={t('queue.title')}>
      <div className="pane-head">
        <h2>
          {t('queue.title')} <span data-testid="queue-count">{rows.length}</span>
        </h2>
        <Choice
          label={t('queue.filter')}
          value={filter}
          onChange={setFilter}
          options={filters.map((value) => ({
            value,
            text: `${t(`queue.${value}`)} ${under[value].length}`,
          }))}
        />
        <PopOut pane={['queue']} />
        {onReport && (
          <ActionButton
            action="report"
            className="primary"
            data-testid="new-report"
            onClick={onReport}
          >
            {reporting ? t('queue.continueReport') : t('queue.newReport')}
          </ActionButton>
        )}
      </div>
      {state === 'loading' && <Waiting rows={10} />}
      {state === 'failed' && <Failed />}
      {fresh > 0 && (
        <div className="fresh-rows">
          <button type="button" data-testid="fresh-rows" onClick={() => setHeld(ids)}>
            {t('queue.fresh', { count: fresh })}
          </button>
        </div>
      )}
      {state !== 'loading' && ids.length === 0 && <p className="nothing">{empty}</p>}
      <div
        ref={list}
        className="rows"
        role="listbox"
        tabIndex={0}
        aria-label={t('queue.title')}
        aria-activedescendant={cursor === null ? undefined : `row-${cursor}`}
        title={t('queue.hint')}
        data-testid="queue"
        data-action="queue"
        onClick={(event) => event.currentTarget.focus()}
        onKeyDown={onKeyDown}
        onPointerEnter={(event) => event.pointerType === 'mouse' && setHeld(ids)}
        onPointerLeave={() => setHeld(null)}
      >
        {parts.map((part) => {
          if (typeof part !== 'number')
            return <Gap key={`gap ${part.at}`} as="div" height={part.gap} />;
          const id = shown[part] ?? '';
          return (
            <QueueRow
              key={id}
              board={board}
              id={id}
              place={part + 1}
              of={shown.length}
              selected={id === selected}
              active={id === cursor}
              parOverdueSince={parOverdue.get(id) ?? null}
              onSelect={onSelect}
            />
          );
        })}
      </div>
    </section>
  );
}
