import { firstFault, optionalTextFault, shortText } from '../check.ts';
import type { City } from '../city/city.ts';
import { cellAt } from '../city/locate.ts';
import { type Place, within } from '../place.ts';
import { type Rejection, reject } from '../rejection.ts';

function coordinateFault({ lon, lat }: Place, city: City): Rejection | undefined {
  if (lon === undefined && lat === undefined) return undefined;
  if (lon === undefined || !Number.isFinite(lon)) return reject('notANumber', {}, 'place.lon');
  if (lat === undefined || !Number.isFinite(lat)) return reject('notANumber', {}, 'place.lat');
  if (within(city.bounds, lon, lat)) return undefined;
  const { west, south, east, north } = city.bounds;
  const field = lon < west || lon > east ? 'place.lon' : 'place.lat';
  return reject(
    'outsideCity',
    { city: city.name.en, cityZh: city.name.zh, west, south, east, north },
    field,
  );
}

/** The place with its grid cell and district found, or what is wrong with it. */
export function decidePlace(place: Place, city: City): Place | Rejection {
  const address = place.address.trim();
  const fault = firstFault(
    address === '' && place.lon === undefined && place.lat === undefined
      ? reject('required', {}, 'place.address')
      : undefined,
    optionalTextFault(address, 'place.address', shortText),
    coordinateFault(place, city),
    place.cell !== undefined && !city.cells.has(place.cell)
      ? reject('unknownCell', { cell: place.cell }, 'place.cell')
      : undefined,
  );
  if (fault) return fault;
  const { lon, lat } = place;
  const found = lon !== undefined && lat !== undefined ? cellAt(city, lon, lat) : undefined;
  const cell = place.cell ?? found;
  const district = cell === undefined ? undefined : city.cells.get(cell)?.district;
  return {
    address,
    ...(lon === undefined ? {} : { lon }),
    ...(lat === undefined ? {} : { lat }),
    ...(cell === undefined ? {} : { cell }),
    ...(district === undefined ? {} : { district }),
  };
}
