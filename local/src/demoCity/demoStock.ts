import { type Actor, addDays, type DepotCommand, dayIn, derivedId } from '@tocsin/domain';
import type { Store } from '@tocsin/domain/store';
import { demoCity } from './identity.ts';
import { depots, items } from './supplies.ts';

const actor: Actor = { kind: 'system', id: 'system:demo-city', name: 'Demo city' };

type Replenish = Extract<DepotCommand, { type: 'ReplenishStock' }>;

/** Days that a new lot may be kept; what isn't listed doesn't expire. */
const shelfLives: Readonly<Record<string, number>> = {
  mask: 720,
  'protective-suit': 1080,
  'first-aid-kit': 900,
  disinfectant: 540,
  'drinking-water': 360,
  ration: 720,
  'foam-concentrate': 2880,
};
/** So that the alarms have something to show: one lot nears its end, and one item runs low. */
const expiresSoon = 'mask';
const runsLow = 'light-tower';

function lotsOf(depot: string, item: string, wanted: number, today: string): Replenish[] {
  const life = shelfLives[item];
  const lot = (name: string, quantity: number, days: number | undefined): Replenish => ({
    type: 'ReplenishStock',
    data: {
      city: demoCity,
      depot,
      item,
      lot: `${item}-${name}`,
      quantity: Math.max(1, Math.round(quantity)),
      note: '期初库存 Opening stock',
      ...(days === undefined ? {} : { expires: addDays(today, days) }),
    },
  });
  if (item === runsLow) return [lot('01', wanted * 0.5, life)];
  const older = item === expiresSoon ? 20 : life && Math.round(life / 3);
  return [lot('01', wanted * 0.6, older), lot('02', wanted * 1.6, life)];
}

/** What each depot of the demo city begins with: twice what it should have, by the day it is. */
export function demoStock(today: string): readonly Replenish[] {
  const listed = new Set(depots.flatMap(({ lowStock }) => Object.keys(lowStock)));
  const others = items.filter(({ id }) => !listed.has(id)).map(({ id }) => [id, 30] as const);
  return depots.flatMap(({ id, lowStock }, index) => {
    const wanted = [...Object.entries(lowStock), ...(index === 0 ? others : [])];
    return wanted.flatMap(([item, quantity]) => lotsOf(id, item, quantity, today));
  });
}

/** Fills the demo city's depots once, however often it is asked for and whenever it was cut short. */
export async function stockDemoCity(store: Store, signal?: AbortSignal): Promise<void> {
  const city = await store.readCity(demoCity);
  if (!city?.demo) return;
  const today = dayIn(city.timeZone, new Date().toISOString());
  for (const command of demoStock(today)) {
    signal?.throwIfAborted();
    const { depot, item, lot } = command.data;
    const known = city.depots.has(depot) && city.items.has(item);
    if (!known) continue;
    const commandId = derivedId('demo-stock', depot, item, lot);
    const id = `${demoCity}.${depot}`;
    const outcome = await store.command('depot', id, command, { commandId, actor });
    const done = outcome.kind === 'rejected' && outcome.rejection.rejected === 'commandIdReused';
    if (outcome.kind !== 'accepted' && !done)
      throw new Error(`the demo city’s stock was refused: ${JSON.stringify(outcome)}`);
  }
}
