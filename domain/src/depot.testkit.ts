import type { CityProfile } from './city/city.ts';
import { cityOf, profile } from './city.testkit.ts';
import type { CityContext } from './cityContext.ts';
import { depotDecider } from './depot/decide.ts';
import type { DepotEvent } from './depot/events.ts';
import { now, person, specification } from './specification.testkit.ts';

type Of<T extends DepotEvent['type']> = Extract<DepotEvent, { type: T }>;

const named = (id: string) => ({ id, name: { zh: `${id} 中文`, en: id } });
const unit = { zh: '件', en: 'pieces' };

/** A city with two depots; boats come back, masks do not. */
export const stockedProfile: CityProfile = {
  ...profile,
  items: [
    { ...named('boat'), unit, category: 'rescue', returnable: true },
    { ...named('mask'), unit, category: 'protection', returnable: false },
  ],
  depots: [
    { ...named('north'), department: 'fire', address: 'North Road', lowStock: { mask: 10 } },
    { ...named('south'), department: 'gas', address: 'South Road', lowStock: {} },
  ],
};
export const stockedCity = cityOf(stockedProfile);

export const keeper = person('keeper', 'fire');
export const depotContext: CityContext = { now, actor: keeper, city: stockedCity };
export const { given: givenDepot } = specification(depotDecider, depotContext);

const whose = { city: 'xinghe', depot: 'north' };

export const replenishment = {
  ...whose,
  item: 'mask',
  lot: 'M1',
  quantity: 20,
  note: '',
} as const;

/** `quantity` of a lot that came in; expiring at the end of a day of the city's where one is given. */
export const replenished = (
  item: string,
  lot: string,
  quantity: number,
  expires?: string,
): Of<'StockReplenished'> => ({
  type: 'StockReplenished',
  data: {
    ...whose,
    item,
    lot,
    quantity,
    note: '',
    department: 'fire',
    ...(expires === undefined ? {} : { expires }),
  },
});

export const asked = (item = 'mask', quantity = 12, request = 'q-1'): Of<'RequestReceived'> => ({
  type: 'RequestReceived',
  data: {
    ...whose,
    department: 'fire',
    incident: 'i-1',
    request,
    item,
    quantity,
    note: 'For the crew',
    requestedBy: 'Dispatcher',
  },
});

/** A movement of lots under commitment `c-1` for `q-1`. */
export const moved = (item: string, ...lots: readonly (readonly [string, number])[]) => ({
  commitment: 'c-1',
  incident: 'i-1',
  request: 'q-1',
  item,
  lots: lots.map(([lot, quantity]) => ({ lot, quantity })),
});
