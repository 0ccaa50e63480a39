import { sendJson } from './answers.ts';
import type { Handler } from './consoleFiles.ts';

/** What the console draws under its map. */
export interface MapSource {
  /** Address of a MapLibre style. */
  readonly style: string | null;
  /** Address of raster tiles, with {z}, {x} and {y} in it. */
  readonly tiles: string | null;
}

/** One address tells which it is: only that of tiles has places to fill in. */
export function mapSourceOf(url: string | undefined): MapSource {
  if (url === undefined) return { style: null, tiles: null };
  return url.includes('{z}') ? { style: null, tiles: url } : { style: url, tiles: null };
}

/** `/map.json`: the console asks for it when it draws a map. */
export function serveMapSource(url: string | undefined): Handler {
  const body = JSON.stringify(mapSourceOf(url));
  return (_request, response) => sendJson(response, 200, body);
}
