import { useEffect, useState } from 'react';
import type { Entry } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { eventText } from '../../i18n/eventText.ts';
import { jumpTo, nextStep, revisionAt, type Speed, spanOf, speeds, targets } from './playing.ts';

/** Lets the record happen again: step after step, as far apart as they were, only faster. */
function usePlaying(
  at: string,
  entries: readonly Entry[],
  onMove: (revision: string) => void,
): readonly [Speed | null, (speed: Speed | null) => void] {
  const [speed, setSpeed] = useState<Speed | null>(null);
  useEffect(() => {
    if (speed === null) return;
    const next = nextStep(at, entries, speed);
    if (next === null) {
      setSpeed(null);
      return;
    }
    const timer = setTimeout(() => onMove(next.revision), next.wait);
    return () => clearTimeout(timer);
  }, [speed, at, entries, onMove]);
  return [speed, setSpeed];
}

/** A handle for the time, playing, and jumps to somebody's or a task's next step. */
export function PlayBar({
  entries,
  at,
  onMove,
  target,
  onTarget,
}: {
  entries: readonly Entry[];
  at: string;
  onMove: (revision: string) => void;
  target: string | null;
  onTarget: (target: string | null) => void;
}) {
  const { t, full, department } = useWords();
  const [speed, setSpeed] = usePlaying(at, entries, onMove);
  const [from, to] = spanOf(entries);
  const entry = entries.find((one) => one.revision === at);
  const now = Date.parse(entry?.recordedAt ?? '');
  const nameOf = (value: string, first: Entry): string =>
    value.startsWith('actor:')
      ? first.actor.name
      : `${first.department === null ? '' : department(first.department)} ${eventText(t, first.type)}`;
  const jump = (value: string): void => {
    onTarget(value === '' ? null : value);
    if (value !== '') onMove(jumpTo(value, at, entries));
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
        onChange={(event) => onMove(revisionAt(Number(event.target.value) + 999, entries))}
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
        {targets(entries).map(({ value, first }) => (
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
