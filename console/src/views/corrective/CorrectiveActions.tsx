import { useEffect, useMemo } from 'react';
import { actionBoard } from '../../api/boards.ts';
import type { ActionRow } from '../../api/types.ts';
import { allows, useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { ExerciseMark } from '../../parts/ExerciseMark.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { useNow } from '../../store/clock.ts';
import { useSignal } from '../../store/signal.ts';
import { useAllRows } from '../../store/useRows.ts';
import '../../styles/board.css';
import { ActionCommands } from '../command/ActionCommands.tsx';

/** What is to be put right, the first due first: a liaison's own department's, else everybody's. */
export default function CorrectiveActions() {
  const { live, city, viewer } = useDesk();
  const { t } = useWords();
  const { id } = city.city;
  const everybodys = viewer.roles.some((role) => role !== 'LIAISON');
  const department = everybodys ? null : viewer.department;
  const board = useMemo(() => actionBoard(live, id, department), [live, id, department]);
  useEffect(() => board.start(), [board]);
  const rows = useAllRows(board.store);
  const state = useSignal(board.state);
  return (
    <main className="board" data-testid="corrective-actions">
      <h1>{t('afterwards.boardTitle')}</h1>
      {state === 'loading' && <Waiting />}
      {state === 'failed' && rows.length === 0 && <Failed />}
      {state !== 'loading' && state !== 'failed' && rows.length === 0 && (
        <p className="nothing">{t('afterwards.empty')}</p>
      )}
      <ul className="cards">
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
    </main>
  );
}

function Row({ row }: { row: ActionRow }) {
  const { viewer } = useDesk();
  const { t, department, full } = useWords();
  const overdue = Date.parse(row.dueBy) < useNow() && row.status !== 'DONE';
  return (
    <li className="card" data-scope data-testid={`action-${row.id}`} data-status={row.status}>
      <div className="card-head">
        <b>{department(row.department)}</b>
        {row.owner && <span>{row.owner.name}</span>}
        <span>{t(`afterwards.status.${row.status}`)}</span>
        <span className={overdue ? 'act-now' : 'quiet'}>
          {overdue && <b aria-hidden="true">! </b>}
          {t('afterwards.due', { time: full(row.dueBy) })}
        </span>
        {row.exercise && <ExerciseMark />}
      </div>
      <p>{row.text}</p>
      <p className="quiet">
        {t('afterwards.incident', { number: row.number })} · {row.what}
      </p>
      {row.escalation && (
        <p className="said escalation">
          {t('afterwards.escalated', {
            step: row.escalation.step,
            to: t(`afterwards.addressee.${row.escalation.to}`),
          })}
        </p>
      )}
      {[row.lastNote, row.done, row.returned].map(
        (said) =>
          said?.note && (
            <p key={said.occurredAt} className="said">
              {said.note}
            </p>
          ),
      )}
      <ActionCommands
        incident={row.incident}
        revision={row.revision}
        action={row.id}
        status={row.status}
        may={(name) => allows(viewer.may, name)}
      />
    </li>
  );
}
