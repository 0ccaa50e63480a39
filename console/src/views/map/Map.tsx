import { go, route } from '../../app/route.ts';
import { useWords } from '../../app/words.ts';
import { useSignal } from '../../store/signal.ts';
import { useExerciseShown } from '../dispatch/useExerciseShown.ts';
import { MapList } from './MapList.tsx';
import { MapPane } from './MapPane.tsx';

/** The map as a view of its own, with the same in words beside it. */
export default function CityMapView() {
  const { t } = useWords();
  const [, selected = null] = useSignal(route);
  useExerciseShown();
  const select = (id: string): void => go(['map', id]);
  return (
    <main className="map-view">
      <MapPane selected={selected} onSelect={select} />
      <section className="pane side" aria-label={t('map.inWords')}>
        <MapList selected={selected} onSelect={select} />
      </section>
    </main>
  );
}
