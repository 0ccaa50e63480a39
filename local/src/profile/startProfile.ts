import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Store } from '@tocsin/domain/store';
import { demoCity } from '../demoCity/identity.ts';
import { type ReadProfile, readProfile } from './readProfile.ts';

/** The demo city's profile, as the generator wrote it. */
export const demoProfilePath = fileURLToPath(
  new URL('../../profiles/xinghe.yaml', import.meta.url),
);

/** The profile that `--profile` or TOCSIN_PROFILE names. Throws a `UserError` with its faults. */
export function namedProfile(flag: string | undefined): ReadProfile | undefined {
  const name = flag ?? process.env.TOCSIN_PROFILE;
  return name ? readProfile(resolve(name)) : undefined;
}

/** The demo city's own, for an empty log and for one in which the demo city is. */
export async function demoProfileFor(store: Store): Promise<ReadProfile | undefined> {
  const empty = (await store.lastPosition()) === undefined;
  return empty || (await isDemo(store)) ? readProfile(demoProfilePath) : undefined;
}

/** Whether the city is in the log, and made up. */
export const isDemo = async (store: Store, city: string = demoCity): Promise<boolean> =>
  (await store.readCity(city))?.demo === true;
