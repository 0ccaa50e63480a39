import { type CityEvent, type DefinitionType, noDefinitions, places } from '@tocsin/domain';
import type { CityRow } from '../queries/rows.ts';

/**
 * The city's profile after an event.
 *
 * @throws when the city was never founded
 */
export function projectCity(profile: CityRow | undefined, { type, data }: CityEvent): CityRow {
  if (type === 'CityFounded') {
    const { city: id, ...facts } = data;
    return { ...(profile ?? noDefinitions), id, ...facts };
  }
  if (!profile) throw new Error(`There is no founded city for ${type}.`);
  switch (type) {
    case 'DeadlinesDefined':
      return { ...profile, deadlines: data };
    case 'RulesDefined':
      return { ...profile, rules: data };
    case 'RosterRecorded':
      return profile;
    case 'PostureChanged':
      return { ...profile, posture: data.posture };
    case 'DefinitionWithdrawn':
      return withList(profile, data.kind, (list) => list.filter(({ id }) => id !== data.id));
    default:
      return withList(profile, type, (list) => put(list, data));
  }
}

type Defined = { readonly id: string };

function withList(
  profile: CityRow,
  kind: DefinitionType,
  change: (list: readonly Defined[]) => readonly Defined[],
): CityRow {
  return { ...profile, [places[kind]]: change(profile[places[kind]]) };
}

/** In the order of first definition, as the domain keeps them. */
function put(list: readonly Defined[], value: Defined): readonly Defined[] {
  const at = list.findIndex(({ id }) => id === value.id);
  return at < 0 ? [...list, value] : list.with(at, value);
}
