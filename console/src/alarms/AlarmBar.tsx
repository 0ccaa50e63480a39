import { useEffect } from 'react';
import { ActionButton } from '../actions/ActionButton.tsx';
import { useDesk } from '../app/desk.ts';
import { go } from '../app/route.ts';
import { useWords } from '../app/words.ts';
import { ActNow } from '../parts/ActNow.tsx';
import { type Alarm, isFlood, sounding } from '../store/alarms.ts';
import { useNow } from '../store/clock.ts';
import { useSignal } from '../store/signal.ts';
import '../styles/alarms.css';
import { askToSound } from './loudspeaker.ts';
import { putOff, silence } from './silence.ts';
import { alarms, answered, useAlarms } from './useAlarms.ts';

/** How long it is told who answered an alarm that sounded here. Milliseconds. */
const glance = 8000;

/** Who ended an alarm that sounded here; gone after a while. */
function Answered() {
  const { t } = useWords();
  const told = useSignal(answered);
  useEffect(() => {
    if (told === null) return;
    const timer = setTimeout(() => answered.set(null), glance);
    return () => clearTimeout(timer);
  }, [told]);
  if (told === null) return null;
  return (
    <p className="alarm-strip" role="status" data-testid="alarm-answered">
      {t('alarm.answeredBy', told)}
    </p>
  );
}

function Sounding({ list, floods }: { list: readonly Alarm[]; floods: boolean }) {
  const { viewer } = useDesk();
  const { t } = useWords();
  const now = useNow();
  const [loudest] = list;
  if (loudest === undefined) return null;
  const open = (): void =>
    go(viewer.may.includes('confirmIncident') ? ['dispatch', loudest.incident] : ['department']);
  const text = floods ? t('alarm.flood', { count: list.length }) : loudest.text;
  return (
    <div className="alarm-strip sounding" role="alert" data-testid="alarm">
      <ActNow since={new Date(loudest.raisedAt).toISOString()} />
      <span className="alarm-text">{text}</span>
      {!floods && list.length > 1 && (
        <span className="quiet">{t('alarm.more', { count: list.length - 1 })}</span>
      )}
      {!floods && (
        <button type="button" onClick={open}>
          {t('action.open')}
        </button>
      )}
      <ActionButton
        action="silence"
        data-testid="alarm-silence"
        onClick={() => silence(floods ? list : [loudest])}
      >
        {floods ? t('alarm.silenceAll') : t('alarm.silenceOne')}
      </ActionButton>
      {!floods && (
        <button type="button" data-testid="alarm-snooze" onClick={() => putOff(loudest, now)}>
          {t('alarm.snooze')}
        </button>
      )}
    </div>
  );
}

/**
 * What sounds now, at the foot of the page: silenced, put off or opened. What floods is one line with its
 * count.
 */
export function AlarmBar() {
  useAlarms();
  useEffect(askToSound, []);
  const now = useNow();
  const all = useSignal(alarms);
  const list = sounding(all, now);
  return (
    <div className="alarms">
      <Sounding list={list} floods={isFlood(all, now) && list.length > 1} />
      <Answered />
    </div>
  );
}
