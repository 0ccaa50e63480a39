import type { City } from '@tocsin/domain';
import type { Language } from './language.ts';
import type { Facts } from './message.ts';

/** `boat × 3, mask × 20` with the items' names. */
const each = (list: string, name: (item: string) => string): string =>
  list
    .split(', ')
    .map((one) => {
      const [item = '', count] = one.split(' × ');
      return count === undefined ? one : `${name(item)} × ${count}`;
    })
    .join(', ');

/** The facts with items and depots under the names that the city's profile has for them. */
export function nameSupplies(facts: Facts, language: Language, city?: City): Facts {
  if (!city) return facts;
  const item = (id: string) => city.items.get(id)?.name[language] ?? id;
  const { item: one, items, depot } = facts;
  return {
    ...facts,
    ...(typeof one === 'string' ? { item: item(one) } : {}),
    ...(typeof items === 'string' ? { items: each(items, item) } : {}),
    ...(typeof depot === 'string'
      ? { depot: city.depots.get(depot)?.name[language] ?? depot }
      : {}),
  };
}
