import type { ReactNode } from 'react';
import type { Commitment } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { Since } from '../../parts/Since.tsx';
import { StageBar } from '../../parts/StageBar.tsx';
import { stageOrder } from '../../store/stages.ts';

const over: readonly Commitment['stage'][] = ['CLEARED', 'CANCELLED'];

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
    <li className="commitment" data-testid={`unit-${commitment.callSign}`} data-stage={stage}>
      <b className="call-sign">{commitment.callSign}</b>
      <span className="quiet">{department(commitment.department)}</span>
      <StageBar reached={stageOrder.indexOf(stage) + 1} steps={stageOrder.length} />
      <span className="stage">{t(`stage.${stage}`)}</span>
      {current && !over.includes(stage) && <Since from={current.at} />}
      <span className="reached quiet">
        {reached.map((one) => `${t(`stage.${one.stage}`)} ${time(one.at)}`).join(' · ')}
      </span>
      {children}
    </li>
  );
}
