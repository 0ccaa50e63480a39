import { type RefObject, useEffect, useRef, useState } from 'react';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { type Camera, type CityMap, openCityMap } from './cityMap.ts';
import { cityShapes } from './cityShapes.ts';
import { mapSource } from './mapSource.ts';
import { palette } from './palette.ts';
import { useShownTheme } from './useShownTheme.ts';

/** Loads the page's letters before the map draws with them: it draws each one once. */
const lettersOf = (text: string): Promise<unknown> =>
  document.fonts.load('48px "Inter Variable", "Noto Sans SC Variable"', text).catch(() => []);

export interface OpenedMap {
  readonly map: CityMap | null;
  readonly failed: boolean;
  readonly moved: boolean;
}

/** A map in the element, drawn anew (but looking at the same place) in another theme or language. */
export function useCityMap(
  element: RefObject<HTMLDivElement | null>,
  onIncident: (id: string) => void,
  scale: number,
): OpenedMap {
  const { city } = useDesk();
  const { t, name, language } = useWords();
  const shownTheme = useShownTheme();
  const [opened, setOpened] = useState<OpenedMap>({ map: null, failed: false, moved: false });
  const camera = useRef<Camera | undefined>(undefined);
  const choose = useRef(onIncident);
  choose.current = onIncident;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme or language is another map
  useEffect(() => {
    const container = element.current;
    if (container === null) return;
    let map: CityMap | null = null;
    let stopped = false;
    const open = async (): Promise<void> => {
      const shapes = cityShapes(city.city, name);
      const names = shapes.districtNames.features.map((one) => one.properties?.text).join('');
      const [source] = await Promise.all([mapSource(), lettersOf(`${names}红橙黄蓝`)]);
      if (stopped) return;
      map = await openCityMap({
        container,
        city: city.city,
        shapes,
        colours: palette(container),
        source,
        label: t('map.label'),
        scale,
        from: camera.current,
        onIncident: (id) => choose.current(id),
        onMoved: (moved) => setOpened((before) => ({ ...before, moved })),
      });
      if (stopped) map.close();
      else setOpened({ map, failed: false, moved: camera.current !== undefined });
    };
    open().catch(() => stopped || setOpened({ map: null, failed: true, moved: false }));
    return () => {
      stopped = true;
      camera.current = map?.camera();
      map?.close();
      setOpened((before) => ({ ...before, map: null }));
    };
  }, [element, city, language, shownTheme]);
  return opened;
}
