import { useEffect, useState } from 'react';
import type { Entry } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { eventText } from '../../i18n/eventText.ts';
import { entryAt, type Place, timeOn } from '../../store/axis.ts';
import { jumpTo, nextStep, type Speed, spanOf, speeds, targets } from './playing.ts';

/** Lets the record happen again: step after step, as far apart as they were, only faster. */
function usePlaying(
  { axis, at }: Place,
  ordered: readonly Entry[],
  onMove: (revision: string) => void,
): readonly [Speed | null, (speed: Speed | null) => void] {
  const [speed, setSpeed] = useState<Speed | null>(null);
  useEffect(() => {
    if (speed === null) return;
    const next = nextStep(at, ordered, axis, speed);
    if (next === null) {
      setSpeed(null);
      return;
    }
    const timer = setTimeout(() => onMove(next.revision), next.wait);
    return () => clearTimeout(timer);
  }, [speed, axis, at, ordered, onMove]);
  return [speed, setSpeed];
}

/** What is entered to the minute means the end of that minute, in milliseconds. */
const wholeMinute = 59_999;

/** A handle for the time, playing, and jumps to somebody's or a task's next step. */
export function PlayBar({
  ordered,
  place,
  onMove,
  target,
  onTarget,
}: {
  ordered: readonly Entry[];
  place: Place;
  onMove: (revision: string) => void;
  target: string | null;
  onTarget: (target: string | null) => void;
}) {
  const { t, full, department, toEntered, fromEntered } = useWords();
  const { axis, at } = place;
  const [speed, setSpeed] = usePlaying(place, ordered, onMove);
  const [from, to] = spanOf(ordered, axis);
  const now = timeOn(
    axis,
    ordered.find((one) => one.revision === at),
  );
  const nameOf = (value: string, first: Entry): string =>
    value.startsWith('actor:')
      ? first.actor.name
      : `${first.department === null ? '' : department(first.department)} ${eventText(t, first.type)}`;
  const jump = (value: string): void => {
    onTarget(value === '' ? null : value);
    if (value !== '') onMove(jumpTo(value, at, ordered));
  };
  const jumpToTime = (entered: string): void => {
    const moment = Date.parse(fromEntered(entered));
    if (!Number.isNaN(moment)) onMove(entryAt(moment + wholeMinute, ordered, axis));
  };
  return (
    <div className="play-bar">
      <input
        type="range"
        min={from}
        max={Math.max(to, from + 1)}
        step={1000}
        value={now}
        aria-label={t('audit.timeSlider')}
        aria-valuetext={full(new Date(now).toISOString())}
        data-testid="audit-time"
        onChange={(event) => onMove(entryAt(Number(event.target.value) + 999, ordered, axis))}
      />
      <input
        type="datetime-local"
        min={toEntered(new Date(from).toISOString())}
        max={toEntered(new Date(to).toISOString())}
        value={toEntered(new Date(now).toISOString())}
        aria-label={t('audit.jumpToTime')}
        data-testid="audit-jump-time"
        onChange={(event) => jumpToTime(event.target.value)}
      />
      <fieldset className="choice" aria-label={t('audit.play')}>
        <button
          type="button"
          data-testid="audit-pause"
          aria-pressed={speed === null}
          onClick={() => setSpeed(null)}
        >
          {t('audit.pause')}
        </button>
        {speeds.map((one) => (
          <button
            key={one}
            type="button"
            data-testid={`audit-play-${one}`}
            aria-pressed={speed === one}
            onClick={() => setSpeed(one)}
          >
            {t('audit.times', { speed: one })}
          </button>
        ))}
      </fieldset>
      <select
        aria-label={t('audit.jump')}
        data-testid="audit-jump"
        value={target ?? ''}
        onChange={(event) => jump(event.target.value)}
      >
        <option value="">{t('audit.jump')}</option>
        {targets(ordered).map(({ value, first }) => (
          <option key={value} value={value}>
            {nameOf(value, first)}
          </option>
        ))}
      </select>
      {target !== null && (
        <button type="button" data-testid="audit-jump-next" onClick={() => jump(target)}>
          {t('audit.jumpNext')}
        </button>
      )}
    </div>
  );
}
