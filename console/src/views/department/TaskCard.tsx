import { useRef, useState } from 'react';
import type { TaskRow } from '../../api/types.ts';
import { placeText, useWords } from '../../app/words.ts';
import { ActNow } from '../../parts/ActNow.tsx';
import { ExerciseMark } from '../../parts/ExerciseMark.tsx';
import { Grade } from '../../parts/Grade.tsx';
import { PriorityMark } from '../../parts/PriorityMark.tsx';
import type { LiveBoard } from '../../store/liveBoard.ts';
import { isUnanswered } from '../../store/needs.ts';
import { useRow } from '../../store/useRows.ts';
import { Deadline } from '../incident/Deadline.tsx';
import { EvidenceChain } from '../incident/EvidenceChain.tsx';
import { LiaisonActions } from './LiaisonActions.tsx';
import { ReadOnlyIncident } from './ReadOnlyIncident.tsx';
import { useSeen } from './useSeen.ts';

function Remarks({ row }: { row: TaskRow }) {
  const { t } = useWords();
  const remarks = [
    [t('chain.objection'), row.objection],
    [t('chain.returned'), row.returned],
    [t('chain.notes'), row.lastNote],
  ] as const;
  return remarks.map(([label, evidence]) =>
    evidence?.note ? (
      <p key={label} className="said">
        <b>{label}</b> {evidence.note} <span className="quiet">{evidence.by.name}</span>
      </p>
    ) : null,
  );
}

function TaskTop({ row }: { row: TaskRow }) {
  const { t, type } = useWords();
  return (
    <div className="card-head">
      <PriorityMark priority={row.priority} />
      <b>{row.number}</b>
      <span className="card-type">{row.type === null ? '' : type(row.type)}</span>
      <Grade grade={row.grade} />
      {row.exercise && <ExerciseMark />}
      <span className="quiet">{t(`part.${row.part}`)}</span>
      <span className="task-status">{t(`task.${row.status}`)}</span>
      {isUnanswered(row) && <ActNow since={row.assigned.occurredAt} />}
    </div>
  );
}

/** One task as its department sees it; drawing it in sight of a person records that it was seen. */
export function TaskCard({ board, id }: { board: LiveBoard<TaskRow>; id: string }) {
  const row = useRow(board.store, id);
  return row === undefined ? null : <Card row={row} />;
}

function Card({ row }: { row: TaskRow }) {
  const { t, day, department } = useWords();
  const element = useRef<HTMLLIElement>(null);
  const [open, setOpen] = useState(false);
  useSeen(row, element);
  return (
    <li
      ref={element}
      id={`task-${row.id}`}
      data-key={row.id}
      data-scope
      className={isUnanswered(row) ? 'card unanswered' : 'card'}
      data-testid={`card-${row.number}`}
      data-status={row.status}
      data-department={row.department}
    >
      <TaskTop row={row} />
      {row.urged && (
        <p className="urged" role="alert" data-testid="urged">
          <b>{t('department.urged')}</b> {row.urged.note}{' '}
          <span className="quiet">{row.urged.by.name}</span>
        </p>
      )}
      {row.overdueSince !== null && row.status !== 'DONE' && (
        <p className="urged" data-testid="overdue">
          {t('department.overdueTold')}
        </p>
      )}
      {row.reassignedFrom !== null && (
        <p className="quiet">
          {t('department.givenFrom', { department: department(row.reassignedFrom) })}{' '}
          {row.reassigned?.note}
        </p>
      )}
      <p className="instruction">{row.instruction}</p>
      <p className="card-place">
        {placeText(row.place)} <span className="quiet">{row.what}</span>
      </p>
      <p className="card-times">
        <Deadline task={row} />{' '}
        <span className="quiet">{t('department.finishBy', { time: day(row.finishBy) })}</span>
        {row.escalation && isUnanswered(row) && (
          <span className="escalation" data-testid="escalation">
            {t('chain.escalated', {
              step: row.escalation.step,
              to: t(`addressee.${row.escalation.to}`),
            })}
          </span>
        )}
      </p>
      <Remarks row={row} />
      <LiaisonActions row={row} />
      <button
        type="button"
        className="disclose"
        aria-expanded={open}
        data-testid="show-incident"
        onClick={() => setOpen(!open)}
      >
        {open ? t('department.hideIncident') : t('department.showIncident')}
      </button>
      {open && (
        <>
          <EvidenceChain task={row} />
          <ReadOnlyIncident id={row.incident} />
        </>
      )}
    </li>
  );
}
