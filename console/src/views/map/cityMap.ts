import { type GeoJSONSource, Map as MapLibre, type MapMouseEvent, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';
import type { City } from '../../api/types.ts';
import { baseStyle } from './baseStyle.ts';
import type { CityShapes } from './cityShapes.ts';
import { collection, type Feature, type FeatureChanges } from './features.ts';
import { drawIcons, groupOptions, iconScale } from './icons.ts';
import { type LayerGroup, layerGroups, layerNames } from './layers.ts';
import type { MapSource } from './mapSource.ts';
import type { Point } from './outline.ts';
import { addOverlay } from './overlay.ts';
import type { Palette } from './palette.ts';
import type { warningShapes } from './warningShapes.ts';

setWorkerUrl(workerUrl);

export interface CityMapOptions {
  readonly container: HTMLElement;
  readonly city: City;
  readonly shapes: CityShapes;
  readonly colours: Palette;
  readonly source: MapSource;
  /** What the map is, for whoever hears it, with the keys that move it. */
  readonly label: string;
  /** How much larger letters and shapes are, for those who stand far away. */
  readonly scale: number;
  /** Where a map that this one takes the place of was looking; absent: at the whole city. */
  readonly from?: Camera | undefined;
  readonly onIncident: (id: string) => void;
  /** Whether a person has moved it since it last showed the whole city. */
  readonly onMoved: (moved: boolean) => void;
}

export interface Camera {
  readonly center: Point;
  readonly zoom: number;
}

/** A map that shows the city and what happens in it; drawn by MapLibre. */
export interface CityMap {
  readonly incidents: (changes: FeatureChanges) => void;
  readonly units: (changes: FeatureChanges) => void;
  readonly warnings: (shapes: ReturnType<typeof warningShapes>) => void;
  /** Rings this place; the map does not move for it. */
  readonly choose: (at: Point | null) => void;
  readonly shows: (at: Point) => boolean;
  readonly hide: (hidden: ReadonlySet<LayerGroup>) => void;
  /** The whole city again. */
  readonly fit: () => void;
  /** Because a person asked to be brought there. */
  readonly goTo: (at: Point) => void;
  /** Where it looks, if a person moved it. */
  readonly camera: () => Camera | undefined;
  readonly close: () => void;
}

const padding = 24;

/** Resolves when the style and the live layers are there. Rejects where WebGL is missing. */
export async function openCityMap(options: CityMapOptions): Promise<CityMap> {
  const { container, city, source, shapes, colours } = options;
  const { west, south, east, north } = city.bounds;
  const bounds: [number, number, number, number] = [west, south, east, north];
  const map = new MapLibre({
    container,
    ...(options.from ?? { bounds, fitBoundsOptions: { padding } }),
    style: source.style ?? baseStyle(shapes, colours, source),
    attributionControl: source.style === null && source.tiles === null ? false : {},
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    fadeDuration: 0,
    renderWorldCopies: false,
    maxZoom: 18,
    reduceMotion: true,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.getCanvas().setAttribute('aria-label', options.label);
  await new Promise<void>((loaded) => void map.once('style.load', () => loaded()));
  for (const [name, picture] of drawIcons(colours))
    map.addImage(name, picture, name === 'unit-group' ? groupOptions : { pixelRatio: iconScale });
  addOverlay(map, colours);
  enlarge(map, options.scale);

  let moved = options.from !== undefined;
  const setMoved = (next: boolean): void => {
    moved = next;
    options.onMoved(next);
  };
  // Only what a hand did carries an event of the browser.
  map.on('movestart', (event) => {
    if (event.originalEvent !== undefined) setMoved(true);
  });
  const fit = (): void => {
    map.fitBounds(bounds, { padding, animate: false });
    setMoved(false);
  };
  map.on('resize', () => {
    if (!moved) map.fitBounds(bounds, { padding, animate: false });
  });
  const tellView = (): void => {
    const { lng, lat } = map.getCenter();
    container.dataset.view = [lng, lat, map.getZoom()].map((one) => one.toFixed(4)).join(' ');
  };
  map.on('moveend', tellView);
  tellView();
  takeClicks(map, options.onIncident, () => setMoved(true));

  return {
    incidents: (changes) => put(map, 'incidents', changes),
    units: (changes) => put(map, 'units', changes),
    warnings: ({ areas, edges, names }) => {
      sourceOf(map, 'warning-areas')?.setData(areas);
      sourceOf(map, 'warning-edges')?.setData(edges);
      sourceOf(map, 'warning-names')?.setData(names);
    },
    choose: (at) =>
      void sourceOf(map, 'chosen')?.setData(
        collection(
          at === null
            ? []
            : [{ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: at } }],
        ),
      ),
    shows: (at) => map.getBounds().contains(at),
    hide: (hidden) => {
      for (const name of layerNames)
        for (const layer of layerGroups[name])
          if (map.getLayer(layer))
            map.setLayoutProperty(layer, 'visibility', hidden.has(name) ? 'none' : 'visible');
    },
    fit,
    goTo: (at) => {
      map.jumpTo({ center: at, zoom: Math.max(map.getZoom(), 13.5) });
      setMoved(true);
    },
    camera: () => {
      const { lng, lat } = map.getCenter();
      return moved ? { center: [lng, lat], zoom: map.getZoom() } : undefined;
    },
    close: () => map.remove(),
  };
}

function enlarge(map: MapLibre, scale: number): void {
  if (scale === 1) return;
  for (const layer of map.getStyle().layers) {
    if (layer.type !== 'symbol') continue;
    for (const name of ['text-size', 'icon-size'] as const) {
      const size: unknown = layer.layout?.[name];
      if (typeof size === 'number') map.setLayoutProperty(layer.id, name, size * scale);
    }
  }
}

const sourceOf = (map: MapLibre, id: string): GeoJSONSource | undefined =>
  map.getSource<GeoJSONSource>(id);

function put(map: MapLibre, id: string, { put: features, removed }: FeatureChanges): void {
  if (features.length === 0 && removed.length === 0) return;
  void sourceOf(map, id)?.updateData({ remove: [...removed], add: [...features] as Feature[] });
}

/** A click on an incident chooses it, one on a group of them goes closer. */
function takeClicks(map: MapLibre, onIncident: (id: string) => void, onMove: () => void): void {
  const under = (event: MapMouseEvent, layers: string[]) =>
    map.queryRenderedFeatures(
      [
        [event.point.x - 6, event.point.y - 6],
        [event.point.x + 6, event.point.y + 6],
      ],
      { layers },
    )[0];
  map.on('click', (event) => {
    const incident = under(event, ['incidents']);
    if (incident) {
      onIncident(String(incident.properties.id));
      return;
    }
    const id = ['incident-clusters', 'unit-clusters'].find((layer) => under(event, [layer]));
    const group = id === undefined ? undefined : under(event, [id]);
    if (!group) return;
    onMove();
    const source = sourceOf(map, group.source);
    void source
      ?.getClusterExpansionZoom(Number(group.properties.cluster_id))
      .then((zoom) => map.jumpTo({ center: event.lngLat, zoom }));
  });
  map.on('mousemove', (event) => {
    const found = under(event, ['incidents', 'incident-clusters', 'unit-clusters']);
    map.getCanvas().style.cursor = found ? 'pointer' : '';
  });
}
