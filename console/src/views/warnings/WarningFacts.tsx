import type { WarningRow } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { ActorName } from '../../parts/ActorName.tsx';
import { ExerciseMark } from '../../parts/ExerciseMark.tsx';
import { useNow } from '../../store/clock.ts';
import { AreaText } from '../area/AreaText.tsx';
import { LevelMark } from './LevelMark.tsx';

function Validity({ warning }: { warning: WarningRow }) {
  const { t, minute, full } = useWords();
  const now = useNow();
  const { from, until, status, endedAt } = warning;
  const span = t('warnings.validity', { from: minute(from), until: minute(until) });
  if (status !== 'IN_FORCE')
    return (
      <>
        {span} · <b>{t(`warnings.ended.${status}`, { time: full(endedAt ?? until) })}</b>
      </>
    );
  const coming = Date.parse(from) > now;
  return (
    <>
      {span}
      {coming && <b> · {t('warnings.notYet')}</b>}
    </>
  );
}

function History({ warning }: { warning: WarningRow }) {
  const { t, day, minute } = useWords();
  return (
    <details>
      <summary>{t('warnings.history', { count: warning.history.length })}</summary>
      <ol>
        {warning.history.map((step) => (
          <li key={`${step.type} ${step.at}`}>
            {day(step.at)} <ActorName actor={step.by} /> {t(`warnings.step.${stepOf(step.type)}`)}{' '}
            {step.level !== null && <LevelMark level={step.level} />}
            {step.until !== null && ` ${t('warnings.until', { time: minute(step.until) })}`}
            {step.reason !== null && ` · ${step.reason}`}
          </li>
        ))}
      </ol>
    </details>
  );
}

const steps = ['WarningIssued', 'WarningAdjusted', 'WarningLifted', 'WarningExpired'] as const;
const stepOf = (type: string): (typeof steps)[number] =>
  steps.find((one) => one === type) ?? 'WarningAdjusted';

/** A warning as it stands: what of, how bad, where, until when, what it means and what to do. */
export function WarningFacts({ warning }: { warning: WarningRow }) {
  const { t } = useWords();
  return (
    <>
      <div className="card-head">
        <LevelMark level={warning.level} />
        <b>{warning.hazard}</b>
        <span className="quiet">{warning.issuer}</span>
        {warning.exercise && <ExerciseMark />}
      </div>
      <p>
        <AreaText area={warning.area} />
      </p>
      <p className="quiet">
        <Validity warning={warning} />
      </p>
      <dl className="facts">
        <div>
          <dt>{t('warnings.impact')}</dt>
          <dd>{warning.impact}</dd>
        </div>
        <div>
          <dt>{t('warnings.advice')}</dt>
          <dd>{warning.advice}</dd>
        </div>
      </dl>
      <History warning={warning} />
    </>
  );
}
