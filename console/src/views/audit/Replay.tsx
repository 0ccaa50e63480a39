import { useCallback, useMemo, useRef, useState } from 'react';
import type { Entry } from '../../api/types.ts';
import { useIncidentRecord } from '../../api/useIncidentRecord.ts';
import { useDesk } from '../../app/desk.ts';
import { MomentContext } from '../../app/moment.ts';
import { useWords } from '../../app/words.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { IncidentSheet } from '../incident/IncidentSheet.tsx';
import { Timeline } from '../incident/Timeline.tsx';
import { PlayBar } from './PlayBar.tsx';
import { concerns, momentIn, revisionAt } from './playing.ts';
import { StepBar } from './StepBar.tsx';
import { StepChanges } from './StepChanges.tsx';
import { StepDetail } from './StepDetail.tsx';
import { byPeople, momentOf, shownRevision } from './steps.ts';
import { useIncidentAt } from './useIncidentAt.ts';

interface Moving {
  readonly wanted: string | null;
  readonly onMove: (revision: string) => void;
}

/** One incident's record, shown as it stood after the chosen step. */
export function Replay({ id, ...moving }: Moving & { id: string }) {
  const { live } = useDesk();
  const { t } = useWords();
  const state = useIncidentRecord(live, id);
  if (state.at === 'loading') return <Waiting rows={12} />;
  if (state.at === 'failed') return <Failed />;
  if (state.at === 'missing') return <p className="pane nothing">{t('incident.gone')}</p>;
  return <Steps id={id} entries={state.record.entries} {...moving} />;
}

function Steps({
  id,
  entries,
  wanted,
  onMove,
}: Moving & { id: string; entries: readonly Entry[] }) {
  const { t } = useWords();
  const last = entries.at(-1)?.revision ?? '0';
  const moment = momentIn(wanted);
  const at = Number.isNaN(moment) ? shownRevision(wanted, last) : revisionAt(moment, entries);
  const entry = entries.find((one) => one.revision === at);
  const [who, setWho] = useState<'human' | 'everyone'>('human');
  const [target, setTarget] = useState<string | null>(null);
  // Playing goes by it; another function each time would begin each pause anew.
  const move = useRef(onMove);
  move.current = onMove;
  const moveTo = useCallback((revision: string) => move.current(revision), []);
  const shown = useMemo(
    () =>
      entries.filter(
        (one) =>
          (who === 'everyone' || byPeople(one)) && (target === null || concerns(one, target)),
      ),
    [who, target, entries],
  );
  return (
    <>
      <section className="pane replay" aria-label={t('audit.asOf', { revision: at })}>
        <StepBar entries={entries} at={at} last={last} onMove={onMove} />
        <PlayBar entries={entries} at={at} onMove={moveTo} target={target} onTarget={setTarget} />
        <AsOf id={id} revision={at} moment={momentOf(at, entries)} task={entry?.task ?? null} />
      </section>
      <section className="pane side" aria-label={t('audit.step')}>
        {entry && (
          <StepDetail key={entry.revision} entry={entry}>
            <StepChanges id={id} at={at} />
          </StepDetail>
        )}
        <div className="pane-head">
          <h2>
            {t('audit.entries')} <span>{shown.length}</span>
          </h2>
          <Choice
            label={t('audit.shown')}
            value={who}
            options={[
              { value: 'human', text: t('audit.human') },
              { value: 'everyone', text: t('audit.everyone') },
            ]}
            onChange={setWho}
          />
        </div>
        <Timeline entries={shown} current={at} onChoose={onMove} oldestFirst />
      </section>
    </>
  );
}

/** The sheet at a revision; its counting numbers stand still at the moment of that step. */
function AsOf({
  id,
  revision,
  moment,
  task,
}: {
  id: string;
  revision: string;
  moment: number;
  task: string | null;
}) {
  const { at, incident } = useIncidentAt(id, revision);
  if (at === 'failed') return <Failed />;
  if (incident === null) return <Waiting rows={12} />;
  return (
    <MomentContext value={moment}>
      <IncidentSheet incident={incident} marked={task} />
    </MomentContext>
  );
}
