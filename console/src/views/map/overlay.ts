import type {
  ExpressionSpecification,
  GeoJSONSourceSpecification,
  Map as MapLibre,
} from 'maplibre-gl';
import { fonts } from './baseStyle.ts';
import { collection } from './features.ts';
import type { Palette } from './palette.ts';

const levelColour = (colours: Palette): ExpressionSpecification => [
  'match',
  ['get', 'level'],
  'RED',
  colours.red,
  'ORANGE',
  colours.orange,
  'YELLOW',
  colours.yellow,
  colours.blue,
];

const empty = collection([]);
const live = (cluster: Partial<GeoJSONSourceSpecification>): GeoJSONSourceSpecification => ({
  type: 'geojson',
  data: empty,
  ...cluster,
});

function addWarnings(map: MapLibre, colours: Palette): void {
  for (const id of ['warning-areas', 'warning-edges', 'warning-names']) map.addSource(id, live({}));
  const colour = levelColour(colours);
  map.addLayer({
    id: 'warning-areas',
    source: 'warning-areas',
    type: 'fill',
    paint: { 'fill-color': colour, 'fill-opacity': 0.16, 'fill-antialias': false },
  });
  map.addLayer({
    id: 'warning-edges',
    source: 'warning-edges',
    type: 'line',
    paint: { 'line-color': colour, 'line-width': 2.5 },
  });
}

/** Over everything else but the incidents: the level's character or word must be read. */
function addWarningNames(map: MapLibre, colours: Palette): void {
  map.addLayer({
    id: 'warning-names',
    source: 'warning-names',
    type: 'symbol',
    layout: {
      'text-field': ['get', 'text'],
      'text-font': fonts,
      'text-size': 14,
      'text-offset': [0, -1.4],
      'text-allow-overlap': true,
    },
    paint: {
      'text-color': colours.text,
      'text-halo-color': colours.surface,
      'text-halo-width': 2,
    },
  });
}

const marker = (size: number): Record<string, unknown> => ({
  'icon-image': ['get', 'icon'],
  'icon-size': size,
  'icon-allow-overlap': true,
  'text-field': ['get', 'label'],
  'text-font': fonts,
  'text-anchor': 'left',
  'text-offset': [1, 0],
  'text-optional': true,
});

function addUnits(map: MapLibre, { text, quiet, surface, raised, edge }: Palette): void {
  map.addSource(
    'units',
    live({
      cluster: true,
      clusterRadius: 28,
      clusterMaxZoom: 13,
      clusterProperties: { free: ['+', ['get', 'free']] },
    }),
  );
  map.addLayer({
    id: 'unit-clusters',
    source: 'units',
    type: 'symbol',
    filter: ['has', 'point_count'],
    layout: {
      'text-field': [
        'concat',
        ['to-string', ['get', 'free']],
        '/',
        ['to-string', ['get', 'point_count']],
      ],
      'text-font': fonts,
      'text-size': 11,
      'icon-image': 'unit-group',
      'icon-text-fit': 'both',
      'icon-text-fit-padding': [1, 4, 1, 4],
      'icon-allow-overlap': true,
      'text-allow-overlap': true,
    },
    paint: { 'text-color': text, 'text-halo-color': raised, 'text-halo-width': edge ? 1 : 0 },
  });
  map.addLayer({
    id: 'units',
    source: 'units',
    type: 'symbol',
    filter: ['!', ['has', 'point_count']],
    layout: { ...marker(0.85), 'text-size': 11, 'symbol-sort-key': ['get', 'order'] },
    paint: { 'text-color': quiet, 'text-halo-color': surface, 'text-halo-width': 1.5 },
  });
}

function addIncidents(map: MapLibre, { text, act, focus, surface, ground }: Palette): void {
  map.addSource(
    'incidents',
    live({
      cluster: true,
      clusterRadius: 32,
      clusterMaxZoom: 12,
      clusterProperties: { act: ['any', ['get', 'act']] },
    }),
  );
  map.addSource('chosen', live({}));
  map.addLayer({
    id: 'incident-clusters',
    source: 'incidents',
    type: 'circle',
    filter: ['has', 'point_count'],
    paint: {
      'circle-color': text,
      'circle-radius': ['step', ['get', 'point_count'], 12, 10, 15, 100, 19],
      'circle-stroke-width': ['case', ['get', 'act'], 3, 1.5],
      'circle-stroke-color': ['case', ['get', 'act'], act, surface],
    },
  });
  map.addLayer({
    id: 'incident-counts',
    source: 'incidents',
    type: 'symbol',
    filter: ['has', 'point_count'],
    layout: {
      'text-field': [
        'concat',
        ['case', ['get', 'act'], '! ', ''],
        ['to-string', ['get', 'point_count']],
      ],
      'text-font': fonts,
      'text-size': 12,
      'text-allow-overlap': true,
    },
    paint: { 'text-color': ground },
  });
  map.addLayer({
    id: 'incidents',
    source: 'incidents',
    type: 'symbol',
    filter: ['!', ['has', 'point_count']],
    layout: { ...marker(1), 'text-size': 12, 'symbol-sort-key': ['get', 'order'] },
    paint: {
      'text-color': ['case', ['get', 'act'], act, text],
      'text-halo-color': surface,
      'text-halo-width': 2,
    },
  });
  map.addLayer({
    id: 'chosen',
    source: 'chosen',
    type: 'circle',
    paint: {
      'circle-radius': 17,
      'circle-color': 'rgba(0, 0, 0, 0)',
      'circle-stroke-width': 3,
      'circle-stroke-color': focus,
    },
  });
}

/** The live layers over whatever base style is shown. */
export function addOverlay(map: MapLibre, colours: Palette): void {
  addWarnings(map, colours);
  addUnits(map, colours);
  addWarningNames(map, colours);
  addIncidents(map, colours);
}
