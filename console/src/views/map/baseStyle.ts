import type { StyleSpecification, SymbolLayerSpecification } from 'maplibre-gl';
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
      {
        id: 'districts',
        source: 'districts',
        type: 'line',
        paint: { 'line-color': edge, 'line-width': 1.2, 'line-dasharray': [6, 3] },
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
