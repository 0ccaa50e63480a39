import type {
  LineLayerSpecification,
  StyleSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl';
import type { CityShapes } from './cityShapes.ts';
import type { MapSource } from './mapSource.ts';
import type { Palette } from './palette.ts';

/** Drawn by the browser with the page's own letters; no glyphs are fetched from anywhere. */
export const fonts = ['Inter Variable', 'Noto Sans SC Variable'];

const label = (
  id: string,
  source: string,
  minzoom: number,
  size: number,
  colour: string,
  halo: string,
): SymbolLayerSpecification => ({
  id,
  source,
  type: 'symbol',
  minzoom,
  layout: { 'text-field': ['get', 'text'], 'text-font': fonts, 'text-size': size },
  paint: { 'text-color': colour, 'text-halo-color': halo, 'text-halo-width': 1.5 },
});

/** From here on there is room for what lies under and beside the streets. */
const networkZoom = 13;

/** A main beside the middle of its street: water to one side, gas to the other, each with its dashes. */
const main = (
  id: string,
  kind: string,
  dashes: number[],
  colour: string,
): LineLayerSpecification => ({
  id,
  source: 'mains',
  type: 'line',
  minzoom: networkZoom,
  filter: ['==', ['get', 'kind'], kind],
  paint: {
    'line-color': colour,
    'line-width': 1.5,
    'line-offset': kind === 'WATER' ? -3 : 3,
    'line-dasharray': dashes,
  },
});

/** The tiles that the configuration names, dimmed so that what lies on them is read first. */
const tileLayers = (source: MapSource): Pick<StyleSpecification, 'sources' | 'layers'> =>
  source.tiles === null
    ? { sources: {}, layers: [] }
    : {
        sources: { tiles: { type: 'raster', tiles: [source.tiles], tileSize: 256 } },
        layers: [
          { id: 'tiles', source: 'tiles', type: 'raster', paint: { 'raster-opacity': 0.6 } },
        ],
      };

/** The city as its profile draws it: ground, grid, districts, streets. Needs no network. */
export function baseStyle(
  shapes: CityShapes,
  colours: Palette,
  source: MapSource,
): StyleSpecification {
  const { ground, surface, line, edge, quiet } = colours;
  const tiles = tileLayers(source);
  const data = (shape: GeoJSON.FeatureCollection) => ({ type: 'geojson' as const, data: shape });
  return {
    version: 8,
    sources: {
      ...tiles.sources,
      cells: data(shapes.cells),
      'cell-names': data(shapes.cellNames),
      districts: data(shapes.districts),
      'district-names': data(shapes.districtNames),
      streets: data(shapes.streets),
      hydrants: data(shapes.hydrants),
      mains: data(shapes.mains),
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': ground } },
      ...tiles.layers,
      {
        id: 'cells',
        source: 'cells',
        type: 'line',
        paint: { 'line-color': line, 'line-width': 0.5, 'line-dasharray': [2, 4] },
      },
      {
        id: 'streets',
        source: 'streets',
        type: 'line',
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: {
          'line-color': line,
          'line-width': [
            'interpolate',
            ['linear'],
            ['zoom'],
            10,
            ['case', ['get', 'main'], 1.2, 0.6],
            14,
            ['case', ['get', 'main'], 6, 3],
          ],
        },
      },
      main('water-mains', 'WATER', [1, 0], quiet),
      main('gas-mains', 'GAS', [3, 1.5, 0.5, 1.5], quiet),
      {
        id: 'districts',
        source: 'districts',
        type: 'line',
        paint: { 'line-color': edge, 'line-width': 1.2, 'line-dasharray': [6, 3] },
      },
      {
        id: 'hydrants',
        source: 'hydrants',
        type: 'circle',
        minzoom: networkZoom,
        paint: {
          'circle-radius': 6,
          'circle-color': surface,
          'circle-stroke-width': 1.2,
          'circle-stroke-color': quiet,
        },
      },
      {
        ...label('hydrant-letters', 'hydrants', networkZoom, 9, quiet, surface),
        layout: {
          'text-field': 'H',
          'text-font': fonts,
          'text-size': 9,
          'text-allow-overlap': true,
        },
      },
      label('district-names', 'district-names', 8, 15, quiet, ground),
      label('cell-names', 'cell-names', 12.5, 11, quiet, ground),
      {
        ...label('street-names', 'streets', 11.5, 12, quiet, surface),
        layout: {
          'symbol-placement': 'line',
          'text-field': ['get', 'text'],
          'text-font': fonts,
          'text-size': 12,
          'symbol-sort-key': ['case', ['get', 'main'], 0, 1],
        },
      },
    ],
  };
}
