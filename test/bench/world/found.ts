import type { Store } from '@tocsin/domain/store';
import { profile } from './city.ts';
import { assertAccepted, commandMeta, system } from './person.ts';

/** Founds the bench's city. The number of events. */
export async function foundCity(store: Store, as = profile): Promise<number> {
  const command = { type: 'AdoptProfile' as const, data: as };
  return assertAccepted(await store.city(profile.id, command, commandMeta(system)));
}
