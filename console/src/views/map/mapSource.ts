/** What lies under the live layers, by the gateway's configuration; both null: the city itself. */
export interface MapSource {
  /** Address of a MapLibre style. */
  readonly style: string | null;
  /** Address of raster tiles with {z}, {x} and {y} in it. */
  readonly tiles: string | null;
}

export const offlineMap: MapSource = { style: null, tiles: null };

const textIn = (value: unknown, name: string): string | null => {
  const found: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, name) : null;
  return typeof found === 'string' ? found : null;
};

let asked: Promise<MapSource> | undefined;

/** Asked for once a page; without an answer the map is drawn from the profile. */
export function mapSource(): Promise<MapSource> {
  asked ??= fetch('/map.json')
    .then((answer): Promise<unknown> => answer.json())
    .then((told) => ({ style: textIn(told, 'style'), tiles: textIn(told, 'tiles') }))
    .catch(() => offlineMap);
  return asked;
}
