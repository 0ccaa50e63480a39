import { useState } from 'react';
import { Connection } from '../../app/Connection.tsx';
import { ConnectionNotice } from '../../app/ConnectionNotice.tsx';
import { useDesk } from '../../app/desk.ts';
import { go, route } from '../../app/route.ts';
import { ServerClock } from '../../app/ServerClock.tsx';
import { status } from '../../app/status.ts';
import { useWords } from '../../app/words.ts';
import { Choice } from '../../parts/Choice.tsx';
import { exerciseShown } from '../../store/exercise.ts';
import { useSignal } from '../../store/signal.ts';
import { useAllRows } from '../../store/useRows.ts';
import { useExerciseShown } from '../dispatch/useExerciseShown.ts';
import { MapPane } from '../map/MapPane.tsx';
import { LevelMark } from '../warnings/LevelMark.tsx';
import { Departments, Grades, Overdue } from './Counts.tsx';
import { inDistrict } from './counts.ts';
import { Ticker } from './Ticker.tsx';
import { Times } from './Times.tsx';
import '../../styles/cockpit.css';

/** What stands over the wall: the city, what it prepares for, how true the screen is. */
function Heading() {
  const { city } = useDesk();
  const { t, name } = useWords();
  const told = useSignal(status);
  const exercise = useSignal(exerciseShown);
  return (
    <header className={exercise ? 'wall-head exercise' : 'wall-head'}>
      <h1>{name(city.city.name)}</h1>
      {told?.posture && (
        <span className="wall-posture" data-testid="wall-posture">
          {t(`posture.${told.posture.posture}`)}
        </span>
      )}
      {exercise && <strong className="exercise-band">{t('app.exerciseBand')}</strong>}
      <span className="spacer" />
      <Connection />
      <ServerClock />
      <button type="button" className="plain" onClick={() => go([])}>
        {t('cockpit.leave')}
      </button>
    </header>
  );
}

function InForce() {
  const { warnings } = useDesk();
  const { t, minute } = useWords();
  const rows = useAllRows(warnings.store);
  return (
    <section aria-label={t('cockpit.warnings')}>
      <h2>
        {t('cockpit.warnings')} <span className="quiet">{rows.length}</span>
      </h2>
      {rows.length === 0 && <p className="quiet">{t('cockpit.noWarnings')}</p>}
      <ul className="wall-warnings">
        {rows.slice(0, 4).map((row) => (
          <li key={row.id}>
            <LevelMark level={row.level} /> {row.hazard}{' '}
            <span className="quiet">{t('cockpit.until', { time: minute(row.until) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The wall [驾驶舱]: everything in one look, from six metres; nothing on it can be changed. */
export default function Cockpit() {
  const { city, incidents, units } = useDesk();
  const { t, name } = useWords();
  useExerciseShown();
  const [, chosen = 'all'] = useSignal(route);
  const [selected, setSelected] = useState<string | null>(null);
  const all = useAllRows(incidents.store);
  const crews = useAllRows(units.store);
  const district = city.districts.has(chosen) ? chosen : null;
  const rows = inDistrict(all, district, city);
  const options = [
    { value: 'all', text: `${t('cockpit.wholeCity')} ${all.length}` },
    ...city.city.districts.map(({ id, name: named }) => ({
      value: id,
      text: `${name(named)} ${inDistrict(all, id, city).length}`,
    })),
  ];
  return (
    <main className="wall" data-testid="cockpit">
      <Heading />
      <ConnectionNotice />
      <MapPane selected={selected} onSelect={setSelected} bare />
      <div className="wall-figures">
        <Choice
          label={t('cockpit.district')}
          value={district ?? 'all'}
          options={options}
          onChange={(value) => go(value === 'all' ? ['cockpit'] : ['cockpit', value])}
        />
        <Grades rows={rows} />
        <div className="wall-asking">
          <InForce />
          <Overdue rows={rows} />
        </div>
        <Times />
        <Departments rows={rows} units={crews} />
      </div>
      <Ticker rows={rows} />
    </main>
  );
}
