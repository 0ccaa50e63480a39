import { lazy, Suspense } from 'react';
import { useWords } from '../../app/words.ts';
import { Boundary } from '../../parts/Boundary.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import type { MapProps } from './MapCanvas.tsx';
import { MapList } from './MapList.tsx';
import { hasWebGl } from './webgl.ts';
import '../../styles/map.css';

const MapCanvas = lazy(() => import('./MapCanvas.tsx'));
const drawable = hasWebGl();

/** The map, or the list in its place where this browser cannot draw it. */
export function MapPane(props: MapProps) {
  const { t } = useWords();
  return (
    <section className="pane map" aria-label={t('view.map')}>
      {drawable ? (
        <Boundary>
          <Suspense fallback={<Waiting rows={6} />}>
            <MapCanvas {...props} />
          </Suspense>
        </Boundary>
      ) : (
        <>
          <p className="nothing">{t('map.noWebGl')}</p>
          <MapList {...props} />
        </>
      )}
    </section>
  );
}
