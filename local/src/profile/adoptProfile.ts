import { type City, canonicalHash, cityDecider, isRejection, noCity } from '@tocsin/domain';
import type { Store } from '@tocsin/domain/store';
import { type Adoption, accepted, newMeta } from './adoption.ts';
import { adoptPeople } from './adoptPeople.ts';
import { adoptUnits } from './adoptUnits.ts';
import { Changes, changeOf } from './changes.ts';
import { cityOf, type ProfileFile } from './profileFile.ts';
import type { ReadProfile } from './readProfile.ts';
import { type Counted, words } from './words/words.ts';

/** Commands under way at a time. */
const inFlight = 16;

export interface AdoptOptions {
  readonly onProgress?: (done: number, all: number) => void;
  readonly note?: (text: string) => void;
  /** Stops it between two commands; the next adoption carries on. */
  readonly signal?: AbortSignal;
}

/**
 * Makes the log say what the profile says: the city's definitions, its units and its people. Only
 * what differs is recorded. Safe to repeat and to cut short at any point: what the profile brought
 * in is recorded last. Throws a `UserError` for a changed plan whose version was not raised.
 */
export async function adoptProfile(
  store: Store,
  { file, faultAt }: ReadProfile,
  { onProgress = () => {}, note = () => {}, signal }: AdoptOptions = {},
): Promise<Changes> {
  const known = await store.readCity(file.id);
  checkVersions(file, known, faultAt);
  const changes = new Changes();
  const all = file.units.length + file.people.length;
  let done = 0;
  const adoption: Adoption = {
    store,
    file,
    changes,
    before: {
      units: new Set(known?.roster?.units),
      accounts: new Set(known?.roster?.accounts),
    },
    note,
    eachOf: (items, work) =>
      someAtATime(items, async (item) => {
        signal?.throwIfAborted();
        await work(item);
        done += 1;
        onProgress(done, all);
      }),
  };
  await adoptCity(adoption, known ?? noCity);
  const units = await adoptUnits(adoption);
  const accounts = await adoptPeople(adoption);
  const roster = { type: 'RecordRoster', data: { units, accounts } } as const;
  accepted(await store.city(file.id, roster, newMeta()), file.id);
  return changes;
}

async function adoptCity({ store, file, changes }: Adoption, known: City): Promise<void> {
  const adopt = { type: 'AdoptProfile', data: cityOf(file) } as const;
  const events = cityDecider.decide(adopt, known, {});
  accepted(await store.city(file.id, adopt, newMeta()), file.id);
  if (isRejection(events)) return;
  const isKnown = (kind: Counted, id: string): boolean => {
    const among: unknown = known[kind as keyof City];
    return among instanceof Map ? among.has(id) : known.id !== '';
  };
  for (const event of events) {
    const change = changeOf(event, isKnown);
    if (change) changes.count(...change);
  }
}

/** A plan that changed under its old number would make two plans of one version. */
function checkVersions(
  { plans }: ProfileFile,
  known: City | undefined,
  faultAt: ReadProfile['faultAt'],
): void {
  for (const [index, plan] of plans.entries()) {
    const before = known?.plans.get(plan.id);
    if (!before || plan.version > before.version) continue;
    if (canonicalHash(plan) !== canonicalHash(before))
      throw faultAt(['plans', index, 'version'], words.planVersion(plan.id, before.version));
  }
}

async function someAtATime<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = items.values();
  const worker = async (): Promise<void> => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
}
