import { useEffect, useRef, useState } from 'react';
import { ActionButton } from '../../actions/ActionButton.tsx';
import { allows, useDesk } from '../../app/desk.ts';
import { status } from '../../app/status.ts';
import { useWords } from '../../app/words.ts';
import { Since } from '../../parts/Since.tsx';
import { deadlineFactor } from '../../store/posture.ts';
import { useSignal } from '../../store/signal.ts';
import '../../styles/posture.css';
import { PostureForm } from './PostureForm.tsx';

/** What the city prepares for [平战结合], in the header for everybody; changed by who may. */
export function PostureSwitch() {
  const { city, viewer } = useDesk();
  const { t, full } = useWords();
  const told = useSignal(status)?.posture ?? null;
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const close = (event: Event): void => {
      const outside = event instanceof MouseEvent && !place.current?.contains(event.target as Node);
      if (outside || (event instanceof KeyboardEvent && event.key === 'Escape')) setOpen(false);
    };
    document.addEventListener('keydown', close);
    document.addEventListener('mousedown', close);
    return () => {
      document.removeEventListener('keydown', close);
      document.removeEventListener('mousedown', close);
    };
  }, [open]);
  if (told === null) return null;
  const { posture, since, by, reason } = told;
  const factor = deadlineFactor(city.city.rules.postures, posture);
  return (
    <div className="posture" ref={place} data-testid="posture" data-status={posture}>
      <ActionButton
        action="posture"
        className={posture === 'ROUTINE' ? 'plain' : 'raised-posture'}
        aria-expanded={open}
        title={t('posture.title')}
        onClick={() => setOpen(!open)}
      >
        {t(`posture.${posture}`)}
        {posture !== 'ROUTINE' && since !== null && (
          <span className="posture-since">
            {' '}
            <Since from={since} />
          </span>
        )}{' '}
        <span aria-hidden="true">▾</span>
      </ActionButton>
      {open && (
        <div className="posture-panel" role="dialog" aria-label={t('posture.title')}>
          <p>
            <b>{t(`posture.${posture}`)}</b>{' '}
            {since === null
              ? t('posture.always')
              : t('posture.since', { time: full(since), name: by ?? '' })}
          </p>
          {reason !== null && <p>{reason}</p>}
          <p className="quiet">
            {factor === 1 ? t('posture.noEffect') : t('posture.effect', { factor })}
          </p>
          {allows(viewer.may, 'changePosture') && (
            <PostureForm key={posture} now={posture} onDone={() => setOpen(false)} />
          )}
        </div>
      )}
    </div>
  );
}
