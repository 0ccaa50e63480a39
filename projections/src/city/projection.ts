import type { CityEvent } from '@tocsin/domain';
import type { CityRow } from '../queries/rows.ts';

const blank = { departments: [], districts: [], cells: [], streets: [], types: [] };

/**
 * The city's profile after an event.
 *
 * @throws when the city was never founded
 */
export function projectCity(profile: CityRow | undefined, { type, data }: CityEvent): CityRow {
  if (type === 'CityFounded') {
    const { city: id, ...facts } = data;
    return { ...(profile ?? blank), id, ...facts };
  }
  if (!profile) throw new Error(`There is no founded city for ${type}.`);
  switch (type) {
    case 'DepartmentDefined':
      return { ...profile, departments: put(profile.departments, data) };
    case 'DistrictDefined':
      return { ...profile, districts: put(profile.districts, data) };
    case 'CellDefined':
      return { ...profile, cells: put(profile.cells, data) };
    case 'StreetDefined':
      return { ...profile, streets: put(profile.streets, data) };
    case 'IncidentTypeDefined':
      return { ...profile, types: put(profile.types, data) };
    case 'DeadlinesDefined':
      return { ...profile, deadlines: data };
  }
}

/** In the order of first definition, as the domain keeps them. */
function put<V extends { readonly id: string }>(list: readonly V[], value: V): readonly V[] {
  const at = list.findIndex(({ id }) => id === value.id);
  return at < 0 ? [...list, value] : list.with(at, value);
}
