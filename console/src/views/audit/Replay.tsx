import { useCallback, useMemo, useRef, useState } from 'react';
import type { Entry } from '../../api/types.ts';
import { useIncidentRecord } from '../../api/useIncidentRecord.ts';
import { useDesk } from '../../app/desk.ts';
import { MomentContext } from '../../app/moment.ts';
import { useWords } from '../../app/words.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { addressOf, askedAt, inOrder, type Place, placeIn, timeOn } from '../../store/axis.ts';
import { Entries } from '../incident/Timeline.tsx';
import { MomentPane } from './MomentPane.tsx';
import { PlayBar } from './PlayBar.tsx';
import { type PaneName, panes } from './panes.ts';
import { concerns } from './playing.ts';
import { StepBar } from './StepBar.tsx';
import { StepChanges } from './StepChanges.tsx';
import { StepDetail } from './StepDetail.tsx';
import { byPeople, momentOf } from './steps.ts';
import { useIncidentAt } from './useIncidentAt.ts';

interface Moving {
  readonly id: string;
  /** The place in the record, as the address has it. */
  readonly wanted: string | null;
  readonly pane: PaneName;
  /** What the pane is about: the other moment, the department. */
  readonly about: string | null;
  readonly onMove: (place: string) => void;
  readonly onPane: (pane: PaneName, place: string, about?: string | null) => void;
  readonly onOpen: (incident: string, revision: string) => void;
}

/** One incident's record, shown as it stood at the chosen place. */
export function Replay(moving: Moving) {
  const { live } = useDesk();
  const { t } = useWords();
  const state = useIncidentRecord(live, moving.id);
  if (state.at === 'loading') return <Waiting rows={12} />;
  if (state.at === 'failed') return <Failed />;
  if (state.at === 'missing') return <p className="pane nothing">{t('incident.gone')}</p>;
  return <Steps entries={state.record.entries} {...moving} />;
}

function Steps(moving: Moving & { entries: readonly Entry[] }) {
  const { id, entries, wanted, onMove, onOpen } = moving;
  const { t } = useWords();
  const { axis, at } = placeIn(wanted, entries);
  const place: Place = { axis, at };
  const ordered = useMemo(() => inOrder(entries, axis), [entries, axis]);
  const entry = entries.find((one) => one.revision === at);
  const [who, setWho] = useState<'human' | 'everyone'>('human');
  const [target, setTarget] = useState<string | null>(null);
  // Playing goes by it; another function each time would begin each pause anew.
  const move = useRef(onMove);
  move.current = onMove;
  const moveTo = useCallback(
    (revision: string) => move.current(addressOf({ axis, at: revision })),
    [axis],
  );
  const shown = useMemo(
    () =>
      ordered.filter(
        (one) =>
          (who === 'everyone' || byPeople(one)) && (target === null || concerns(one, target)),
      ),
    [who, target, ordered],
  );
  return (
    <>
      <section className="pane replay" aria-label={t('audit.asOf', { revision: at })}>
        <StepBar
          ordered={ordered}
          place={place}
          onMove={moveTo}
          onAxis={(next) => onMove(addressOf({ axis: next, at }))}
        />
        <PlayBar
          ordered={ordered}
          place={place}
          onMove={moveTo}
          target={target}
          onTarget={setTarget}
        />
        <AsOf {...moving} place={place} entry={entry} onStep={moveTo} />
      </section>
      <section className="pane side" aria-label={t('audit.step')}>
        {entry && (
          <StepDetail key={entry.revision} entry={entry} onOpen={onOpen}>
            <StepChanges incident={id} place={place} entries={entries} onMove={moveTo} />
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
        <Entries all={entries} shown={shown} current={at} onChoose={moveTo} />
      </section>
    </>
  );
}

/** The incident at the place; its counting numbers stand still at the moment of that step. */
function AsOf({
  id,
  entries,
  place,
  entry,
  pane,
  about,
  onStep,
  onPane,
  onOpen,
}: Moving & {
  entries: readonly Entry[];
  place: Place;
  entry: Entry | undefined;
  onStep: (revision: string) => void;
}) {
  const { t } = useWords();
  const { at, why, incident } = useIncidentAt(id, askedAt(place, entries));
  if (at === 'failed') return <Failed why={why} />;
  if (at === 'missing') return <Failed why={t('state.none')} />;
  if (incident === null || entry === undefined) return <Waiting rows={12} />;
  const moment =
    place.axis === 'recorded' ? momentOf(place.at, entries) : timeOn('occurred', entry);
  const here = addressOf(place);
  return (
    <MomentContext value={moment}>
      <div className="moment">
        <Choice
          label={t('audit.pane')}
          value={pane}
          options={panes.map((value) => ({ value, text: t(`audit.panes.${value}`) }))}
          onChange={(next) => onPane(next, here)}
        />
        <MomentPane
          {...{ pane, incident, entries, entry, place, about, onStep, onOpen }}
          onAbout={(next) => onPane(pane, here, next)}
        />
      </div>
    </MomentContext>
  );
}
