import { useEffect, useRef } from 'react';
import { ActionBar } from '../actions/ActionBar.tsx';
import { AlarmCount } from '../alarms/AlarmCount.tsx';
import { useText } from '../i18n/text.ts';
import { exerciseShown } from '../store/exercise.ts';
import { useSignal } from '../store/signal.ts';
import { PostureSwitch } from '../views/posture/PostureSwitch.tsx';
import { WarningsInForce } from '../views/warnings/WarningsInForce.tsx';
import { CitySwitch } from './CitySwitch.tsx';
import { Connection } from './Connection.tsx';
import { Preferences } from './Preferences.tsx';
import { go } from './route.ts';
import { ServerClock } from './ServerClock.tsx';
import type { ViewName } from './views.ts';
import { WhoAmI } from './WhoAmI.tsx';

function Views({ view, views }: { view: ViewName; views: readonly ViewName[] }) {
  const t = useText();
  const nav = useRef<HTMLElement>(null);
  // Where not all tabs fit, the one that one is at is among those that show.
  useEffect(() => {
    nav.current
      ?.querySelector(`[data-view="${view}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [view]);
  if (views.length < 2) return <span className="view-name">{t(`view.${view}`)}</span>;
  return (
    <nav ref={nav} aria-label={t('app.views')}>
      {views.map((name, index) => (
        <button
          key={name}
          type="button"
          data-view={name}
          aria-current={name === view ? 'page' : undefined}
          aria-keyshortcuts={index < 9 ? String(index + 1) : undefined}
          onClick={() => go([name])}
        >
          {t(`view.${name}`)}
        </button>
      ))}
    </nav>
  );
}

/** Always visible: where one is, how true the screen is, what time it is, and as whom one acts. */
export function Header({ view, views }: { view: ViewName; views: readonly ViewName[] }) {
  const t = useText();
  const exercise = useSignal(exerciseShown);
  return (
    <header className={exercise ? 'header exercise' : 'header'}>
      <strong className="brand">{t('app.title')}</strong>
      <CitySwitch />
      <span className="city-state">
        <PostureSwitch />
        <WarningsInForce />
        <AlarmCount />
      </span>
      <Views view={view} views={views} />
      {exercise && <span className="exercise-band">{t('app.exerciseBand')}</span>}
      <span className="spacer" />
      <ActionBar view={view} views={views} />
      <Connection />
      <ServerClock />
      <WhoAmI />
      <Preferences />
    </header>
  );
}
