import type { ReactNode } from 'react';
import type { Commitment } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { ActNow } from '../../parts/ActNow.tsx';
import { Since } from '../../parts/Since.tsx';
import { StageBar } from '../../parts/StageBar.tsx';
import '../../styles/units.css';
import { stageOrder } from '../../store/stages.ts';
import { rankText } from '../units/rankText.ts';

const over: readonly Commitment['stage'][] = ['CLEARED', 'CANCELLED'];

/** The outcome of the last accountability check; where nothing else says it, that a person must act. */
function LastPar({ commitment, live }: { commitment: Commitment; live: boolean }) {
  const { t, time } = useWords();
  const { par, stage } = commitment;
  if (par === null) return null;
  const at = time(par.at);
  if (par.result === 'CONFIRMED') return <span>{t('par.confirmedAt', { time: at })}</span>;
  if (stage === 'ON_SCENE' && !live) return <ActNow since={par.at} text={t('par.overdue')} />;
  return <span>{t('par.overdueAt', { time: at })}</span>;
}

/** Why this unit: its place in the recommendation, and what the dispatcher said. */
function Why({ commitment }: { commitment: Commitment }) {
  const { t } = useWords();
  const { recommendation, reason, fromReserve } = commitment;
  const parts = [
    recommendation === null ? '' : rankText(t, recommendation.rank),
    fromReserve ? t('recommend.wasInReserve') : '',
    reason ?? '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? null : <span className="quiet">{parts.join(' · ')}</span>;
}

/** One unit at the incident: its stage, since when, and the times of the stages before. */
export function CommitmentStrip({
  commitment,
  children,
}: {
  commitment: Commitment;
  children?: ReactNode;
}) {
  const { t, time, department } = useWords();
  const { stage, reached } = commitment;
  const current = reached.find((one) => one.stage === stage);
  return (
    <li
      className={`commitment${stage === 'ON_SCENE' && commitment.par?.result === 'OVERDUE' ? ' overdue' : ''}`}
      data-scope
      data-testid={`unit-${commitment.callSign}`}
      data-stage={stage}
    >
      <b className="call-sign">{commitment.callSign}</b>
      <span className="quiet">{department(commitment.department)}</span>
      <StageBar reached={stageOrder.indexOf(stage) + 1} steps={stageOrder.length} />
      <span className="stage">{t(`stage.${stage}`)}</span>
      {current && !over.includes(stage) && <Since from={current.at} />}
      <LastPar commitment={commitment} live={children !== undefined} />
      <span className="reached quiet">
        {reached.map((one) => `${t(`stage.${one.stage}`)} ${time(one.at)}`).join(' · ')}
      </span>
      <Why commitment={commitment} />
      {children}
    </li>
  );
}
