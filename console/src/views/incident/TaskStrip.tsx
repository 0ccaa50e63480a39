import type { ReactNode } from 'react';
import type { Entry, Evidence, Task } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { actorText, eventText } from '../../i18n/eventText.ts';
import { ActorName } from '../../parts/ActorName.tsx';
import { Deadline } from './Deadline.tsx';
import { EvidenceChain } from './EvidenceChain.tsx';

function Said({ label, evidence }: { label: string; evidence: Evidence | null }) {
  const { time } = useWords();
  if (evidence === null) return null;
  return (
    <p className="said">
      <b>{label}</b> {evidence.note} <ActorName actor={evidence.by} />{' '}
      <time className="quiet">{time(evidence.occurredAt)}</time>
    </p>
  );
}

/** One department's task: state, deadline, what it is to do, and its chain of evidence. */
export function TaskStrip({
  task,
  news,
  marked = false,
  children,
}: {
  task: Task;
  /** What another's hand last did to it while this was open. */
  news?: Entry | undefined;
  marked?: boolean;
  children?: ReactNode;
}) {
  const { t, department, time } = useWords();
  return (
    <li
      className={`task ${task.status.toLowerCase()}${marked ? ' marked' : ''}`}
      data-scope
      data-testid={`task-${task.department}`}
      data-status={task.status}
    >
      {news && <i key={news.revision} className="glow" aria-hidden="true" />}
      <div className="task-head">
        <h4>{department(task.department)}</h4>
        <span className="quiet">{t(`part.${task.part}`)}</span>
        <span className="task-status">{t(`task.${task.status}`)}</span>
        <Deadline task={task} />
        {news && (
          <span key={news.revision} className="news">
            {actorText(t, news.actor)} {eventText(t, news.type)}
          </span>
        )}
      </div>
      <EvidenceChain task={task} />
      <p className="said">
        <b>{t('chain.instruction')}</b> {task.instruction}
      </p>
      <Said label={t('chain.objection')} evidence={task.objection} />
      <Said label={t('chain.returned')} evidence={task.returned} />
      <Said label={t('chain.cancelled')} evidence={task.cancelled} />
      {task.notes.map((note) => (
        <Said key={note.recordedAt} label={t('chain.notes')} evidence={note} />
      ))}
      {task.escalations.map((step) => (
        <p key={step.step} className="said escalation" data-testid="escalation">
          {t('chain.escalated', { step: step.step, to: t(`addressee.${step.to}`) })}{' '}
          <time className="quiet">{time(step.at)}</time>
        </p>
      ))}
      {children}
    </li>
  );
}
