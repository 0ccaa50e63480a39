import { lazy, Suspense } from 'react';
import { useWords } from '../../app/words.ts';
import { Boundary } from '../../parts/Boundary.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { mapDrawn } from '../../store/preferences.ts';
import { useSignal } from '../../store/signal.ts';
import type { MapProps } from './MapCanvas.tsx';
import { MapList } from './MapList.tsx';
import { hasWebGl } from './webgl.ts';
import '../../styles/map.css';

const MapCanvas = lazy(() => import('./MapCanvas.tsx'));
const drawable = hasWebGl();

function Drawn(props: MapProps) {
  return (
    <Boundary>
      <Suspense fallback={<Waiting rows={6} />}>
        <MapCanvas {...props} />
      </Suspense>
    </Boundary>
  );
}

/** The map, or the list in its place where this browser cannot draw it. */
export function MapPane(props: MapProps) {
  const { t } = useWords();
  const wanted = useSignal(mapDrawn) === 'on';
  return (
    <section className="pane map" aria-label={t('view.map')}>
      {!drawable && (
        <>
          <p className="nothing">{t('map.noWebGl')}</p>
          <MapList {...props} />
        </>
      )}
      {drawable && wanted && <Drawn {...props} />}
      {drawable && !wanted && (
        <p className="nothing">
          {t('map.off')}{' '}
          <button type="button" data-testid="map-on" onClick={() => mapDrawn.set('on')}>
            {t('map.on')}
          </button>
        </p>
      )}
    </section>
  );
}
