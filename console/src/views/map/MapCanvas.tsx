import { useEffect, useRef } from 'react';
import { ActionButton } from '../../actions/ActionButton.tsx';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { PopOut } from '../../panes/PopOut.tsx';
import { serverNow } from '../../store/clock.ts';
import { useSignal } from '../../store/signal.ts';
import { positionGoodFor } from '../../store/units.ts';
import { useRow } from '../../store/useRows.ts';
import { useBoards } from '../dispatch/boards.ts';
import type { CityMap } from './cityMap.ts';
import { featureLedger } from './features.ts';
import { follow } from './follow.ts';
import { incidentFeature, incidentPoint, mustAct } from './incidentFeature.ts';
import { LayerSwitches } from './LayerSwitches.tsx';
import { hiddenLayers } from './layers.ts';
import { MapList } from './MapList.tsx';
import { minutesOld, unitFeature } from './unitFeature.ts';
import { useCityMap } from './useCityMap.ts';
import { warningShapes } from './warningShapes.ts';

/** From six metres the smallest letters of the map, 11 pixels, are too small. */
const wallScale = 1.4;

export interface MapProps {
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  /** On the wall nobody is there to press a button. */
  readonly bare?: boolean;
}

/** Keeps the live layers equal to the boards. */
function useLayers(map: CityMap | null): void {
  const { city, warnings } = useDesk();
  const { incidents, units } = useBoards();
  const words = useWords();
  const said = useRef(words);
  said.current = words;
  useEffect(() => {
    if (map === null) return;
    const goodFor = positionGoodFor(city.city.rules.travel);
    const incidentChanges = featureLedger(
      (row: Parameters<typeof mustAct>[0], now) => incidentFeature(row, city, now),
      (row, now) => Number(mustAct(row, now)),
    );
    const unitChanges = featureLedger(
      (row: Parameters<typeof minutesOld>[0], now) => unitFeature(row, goodFor, now),
      minutesOld,
    );
    const stops = [
      follow(incidents.store, () =>
        map.incidents(incidentChanges(incidents.store.all(), serverNow())),
      ),
      follow(units.store, () => map.units(unitChanges(units.store.all(), serverNow()))),
      follow(warnings.store, () =>
        map.warnings(
          warningShapes(
            warnings.store.all(),
            city.city.cells,
            ({ level, hazard }) => `${said.current.t(`warnings.levels.${level}`)} ${hazard}`,
          ),
        ),
      ),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [map, city, incidents, units, warnings]);
}

/** The map with its buttons. It moves only by a person's hand. */
export default function MapCanvas({ selected, onSelect, bare = false }: MapProps) {
  const { city } = useDesk();
  const { incidents } = useBoards();
  const { t } = useWords();
  const element = useRef<HTMLDivElement>(null);
  const { map, failed, moved } = useCityMap(element, onSelect, bare ? wallScale : 1);
  const hidden = useSignal(hiddenLayers);
  const row = useRow(incidents.store, selected ?? '');
  const at = row === undefined ? null : incidentPoint(row, city);
  const [lon, lat] = at ?? [null, null];

  useLayers(map);
  useEffect(() => map?.hide(hidden), [map, hidden]);
  useEffect(() => {
    map?.choose(lon === null || lat === null ? null : [lon, lat]);
  }, [map, lon, lat]);

  if (failed) return <MapList selected={selected} onSelect={onSelect} />;
  return (
    <div className="map-frame" data-testid="map" data-ready={map !== null} data-moved={moved}>
      <div ref={element} className="map-canvas" data-testid="map-canvas" />
      {!bare && (
        <div className="map-tools">
          <LayerSwitches />
          <ActionButton action="fit" data-testid="map-fit" onClick={() => map?.fit()}>
            {t('map.fit')}
          </ActionButton>
          <PopOut pane={['map']} />
          {at !== null && row !== undefined && (
            <button type="button" data-testid="map-go" onClick={() => map?.goTo(at)}>
              {t('map.goTo', { number: row.number })}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
