import { useMemo, useState } from 'react';
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
import { StepBar } from './StepBar.tsx';
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
  const at = shownRevision(wanted, last);
  const entry = entries.find((one) => one.revision === at);
  const [who, setWho] = useState<'human' | 'everyone'>('everyone');
  const shown = useMemo(
    () => (who === 'human' ? entries.filter(byPeople) : entries),
    [who, entries],
  );
  return (
    <>
      <section className="pane replay" aria-label={t('audit.asOf', { revision: at })}>
        <StepBar entries={entries} at={at} last={last} onMove={onMove} />
        <AsOf id={id} revision={at} moment={momentOf(at, entries)} task={entry?.task ?? null} />
      </section>
      <section className="pane side" aria-label={t('audit.step')}>
        {entry && <StepDetail key={entry.revision} entry={entry} />}
        <div className="pane-head">
          <h2>
            {t('audit.entries')} <span>{shown.length}</span>
          </h2>
          <Choice
            label={t('audit.shown')}
            value={who}
            options={[
              { value: 'everyone', text: t('audit.everyone') },
              { value: 'human', text: t('audit.human') },
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
