import { signal } from '../../store/signal.ts';

/** What can be switched on and off, from the ground up, with the style layers that it consists of. */
export const layerGroups = {
  grid: ['cells', 'cell-names'],
  streets: ['streets', 'street-names'],
  mains: ['water-mains', 'gas-mains'],
  hydrants: ['hydrants', 'hydrant-letters'],
  warnings: ['warning-areas', 'warning-edges', 'warning-names'],
  units: ['units', 'unit-clusters'],
  incidents: ['incidents', 'incident-clusters', 'incident-counts'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type LayerGroup = keyof typeof layerGroups;
export const layerNames = Object.keys(layerGroups) as readonly LayerGroup[];

const key = 'tocsin.map.hidden';
const stored = (localStorage.getItem(key) ?? '').split(',');
const hidden = signal<ReadonlySet<LayerGroup>>(
  new Set(layerNames.filter((name) => stored.includes(name))),
);

/** The layers that somebody switched off in this browser. */
export const hiddenLayers = {
  ...hidden,
  toggle: (name: LayerGroup): void => {
    const next = new Set(hidden.get());
    if (!next.delete(name)) next.add(name);
    localStorage.setItem(key, [...next].join(','));
    hidden.set(next);
  },
};
