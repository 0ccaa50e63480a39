import { useState } from 'react';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/words.ts';
import { Since } from '../parts/Since.tsx';
import { type Alarm, burdenOf, countOf } from '../store/alarms.ts';
import { useNow } from '../store/clock.ts';
import { useSignal } from '../store/signal.ts';
import '../styles/alarms.css';
import { figuresOf } from './figures.ts';
import { putOff, silence } from './silence.ts';
import { alarms } from './useAlarms.ts';

/** How many spans of ten minutes are shown. */
const shownSpans = 6;

function Standing({ alarm }: { alarm: Alarm }) {
  const { t, time } = useWords();
  const now = useNow();
  const { silentUntil, raisedAt } = alarm;
  const silent = silentUntil > now;
  const until = Number.isFinite(silentUntil)
    ? t('alarm.putOff', { time: time(new Date(silentUntil).toISOString()) })
    : t('alarm.silenced');
  return (
    <li>
      <span className="alarm-text">{alarm.text}</span>
      <Since from={new Date(raisedAt).toISOString()} />
      {silent ? (
        <span className="quiet">{until}</span>
      ) : (
        <>
          <button type="button" onClick={() => silence([alarm])}>
            {t('alarm.silenceOne')}
          </button>
          <button type="button" onClick={() => putOff(alarm, now)}>
            {t('alarm.snooze')}
          </button>
        </>
      )}
    </li>
  );
}

/** How many alarms this operator had, against the bounds of EEMUA 191. */
function Figures() {
  const { viewer } = useDesk();
  const { t, time } = useWords();
  const count = countOf(useSignal(alarms), useNow());
  const before = figuresOf(viewer.account).slice(-shownSpans);
  return (
    <div className="alarm-figures" data-testid="alarm-figures">
      <p>
        <b>{t('alarm.inTenMinutes', { count })}</b> {t(`alarm.burden.${burdenOf(count)}`)}
      </p>
      <p className="quiet">{t('alarm.bounds')}</p>
      {before.length > 0 && (
        <ul className="alarm-spans">
          {before.map(({ begin, count: had }) => (
            <li key={begin}>
              {time(new Date(begin).toISOString()).slice(0, 5)} <b>{had}</b>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** How many alarms stand; a press shows them and the figures. */
export function AlarmCount() {
  const { t } = useWords();
  const { standing } = useSignal(alarms);
  const [open, setOpen] = useState(false);
  return (
    <span className="alarm-count">
      <button
        type="button"
        className="plain"
        aria-expanded={open}
        data-testid="alarm-count"
        onClick={() => setOpen(!open)}
      >
        {t('alarm.standing', { count: standing.length })}
      </button>
      {open && (
        <section className="alarm-panel" aria-label={t('alarm.title')}>
          <Figures />
          {standing.length === 0 && <p className="quiet">{t('alarm.none')}</p>}
          <ul className="alarm-list">
            {standing.map((alarm) => (
              <Standing key={alarm.id} alarm={alarm} />
            ))}
          </ul>
        </section>
      )}
    </span>
  );
}
