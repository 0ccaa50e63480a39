import type { Person } from '@tocsin/domain';

/** Who is asking, as the log knows the person now. */
export type Viewer = Pick<Person, 'account' | 'name' | 'roles' | 'cities' | 'department'>;

/** The city id that stands for every city in a person's appointment. */
export const everyCity = '*';

export const hasCity = (viewer: Viewer, city: string): boolean =>
  viewer.cities.includes(everyCity) || viewer.cities.includes(city);
