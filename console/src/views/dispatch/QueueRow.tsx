import { memo, useRef } from 'react';
import type { IncidentBoard } from '../../api/boards.ts';
import type { IncidentRow } from '../../api/types.ts';
import { placeText, useWords } from '../../app/words.ts';
import { actorText, eventText } from '../../i18n/eventText.ts';
import { ActNow } from '../../parts/ActNow.tsx';
import { ExerciseMark } from '../../parts/ExerciseMark.tsx';
import { Grade } from '../../parts/Grade.tsx';
import { PriorityMark } from '../../parts/PriorityMark.tsx';
import { Since } from '../../parts/Since.tsx';
import { useNow } from '../../store/clock.ts';
import { needOf, overdueTasks } from '../../store/needs.ts';
import { useRow } from '../../store/useRows.ts';

/** How long a change by another's hand is marked, in milliseconds; as long as the style's fade. */
const glow = 4000;

function Departments({ row }: { row: IncidentRow }) {
  const { t, department } = useWords();
  return (
    <span className="row-tasks">
      {row.tasks.map((task) => (
        <span key={task.id} className={`task-chip ${task.status.toLowerCase()}`}>
          {department(task.department)} <i>{t(`task.${task.status}`)}</i>
        </span>
      ))}
    </span>
  );
}

/** What asks for a person on this row: unconfirmed, overdue, or the command centre's next step. */
function Asking({ row }: { row: IncidentRow }) {
  const { t } = useWords();
  const overdue = overdueTasks(row, useNow());
  const need = needOf(row);
  if (row.status === 'REPORTED')
    return <ActNow since={row.reportedAt} text={t('queue.unconfirmed')} />;
  const oldest = overdue
    .flatMap((task) => (task.acknowledgeBy === null ? [] : [task.acknowledgeBy]))
    .sort()[0];
  return (
    <>
      {oldest !== undefined && (
        <ActNow since={oldest} text={t('queue.overdueCount', { count: overdue.length })} />
      )}
      {need !== null && <span className="need">{t(`need.${need}`)}</span>}
    </>
  );
}

/** What stands in a row; drawn again only when that changes, wherever the row moves. */
const RowText = memo(function RowText({
  board,
  row,
  parOverdueSince,
}: {
  board: IncidentBoard;
  row: IncidentRow;
  parOverdueSince: string | null;
}) {
  const { t, type } = useWords();
  const change = board.changeOf(row.id);
  const fresh = change?.revision === row.revision && Date.now() - change.at < glow;
  return (
    <>
      {fresh && <i key={row.revision} className="glow" aria-hidden="true" />}
      <PriorityMark priority={row.priority} />
      <span className="row-number">{row.number}</span>
      <span className="row-type">{row.type === null ? row.what : type(row.type)}</span>
      <Grade grade={row.grade} />
      <span className="row-status">{t(`status.${row.status}`)}</span>
      <span className="row-elapsed">
        <Since from={row.reportedAt} />
      </span>
      <span className="row-place">
        {row.exercise && <ExerciseMark />}
        {placeText(row.place)}
        {row.type !== null && <span className="quiet">{row.what}</span>}
      </span>
      <span className="row-asking">
        {parOverdueSince !== null && <ActNow since={parOverdueSince} text={t('par.overdue')} />}
        <Asking row={row} />
      </span>
      <Departments row={row} />
      {(fresh || row.tasks.length === 0) && (
        <span className={row.tasks.length === 0 ? 'row-last quiet' : 'row-last over quiet'}>
          {t('queue.lastBy', {
            name: actorText(t, row.last.by),
            what: eventText(t, row.last.type),
          })}
        </span>
      )}
    </>
  );
});

export const QueueRow = memo(function QueueRow({
  board,
  id,
  place,
  of,
  selected,
  active,
  parOverdueSince,
  onSelect,
}: {
  board: IncidentBoard;
  id: string;
  /** Its place in the list, from 1, and how many there are. */
  place: number;
  of: number;
  selected: boolean;
  active: boolean;
  /** A unit on scene has not accounted for itself since then. */
  parOverdueSince: string | null;
  onSelect: (id: string) => void;
}) {
  const live = useRow(board.store, id);
  const last = useRef(live);
  if (live !== undefined) last.current = live;
  const row = last.current;
  if (row === undefined) return null;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the list holds the focus and names the active row
    <div
      id={`row-${id}`}
      role="option"
      aria-selected={selected}
      aria-posinset={place}
      aria-setsize={of}
      data-key={id}
      className={`row${active ? ' active' : ''}${live === undefined ? ' gone' : ''}`}
      data-testid={`incident-${row.number}`}
      data-status={row.status}
      onClick={() => onSelect(id)}
    >
      <RowText {...{ board, row, parOverdueSince }} />
    </div>
  );
});
