import type { Incident } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { ExerciseMark } from '../../parts/ExerciseMark.tsx';
import { Grade } from '../../parts/Grade.tsx';
import { PriorityMark } from '../../parts/PriorityMark.tsx';
import { Since } from '../../parts/Since.tsx';
import { StageBar } from '../../parts/StageBar.tsx';

const steps: readonly Incident['status'][] = [
  'REPORTED',
  'CONFIRMED',
  'RESPONDING',
  'CONTAINED',
  'RESOLVED',
  'CLOSED',
];
const ended: readonly Incident['status'][] = ['CLOSED', 'CANCELLED'];

export function IncidentHead({ incident }: { incident: Incident }) {
  const { t, type } = useWords();
  const { number, status } = incident;
  return (
    <div className="incident-head">
      <PriorityMark priority={incident.priority} />
      <h2>
        <span data-testid="incident-number">
          {number === null ? t('incident.unnumbered') : t('incident.number', { number })}
        </span>{' '}
        {incident.type === null ? '' : type(incident.type)}
      </h2>
      <Grade grade={incident.grade} />
      <span className="incident-status" data-testid="incident-status" data-status={status}>
        {t(`status.${status}`)}
        {incident.cancelReason !== null && ` (${t(`cancelReason.${incident.cancelReason}`)})`}
      </span>
      <StageBar reached={steps.indexOf(status) + 1} steps={steps.length} />
      {incident.exercise && <ExerciseMark />}
      <span className="spacer" />
      {!ended.includes(status) && incident.reported && (
        <span className="elapsed">
          <span className="quiet">{t('incident.elapsed')}</span>{' '}
          <Since from={incident.reported.occurredAt} />
        </span>
      )}
    </div>
  );
}
