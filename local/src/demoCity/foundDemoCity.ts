import { type Actor, type CommandMeta, canonicalHash, derivedId } from '@tocsin/domain';
import type { Outcome, Store } from '@tocsin/domain/store';
import { cityProfile } from './cityProfile.ts';
import { type Appointment, demoDigest, demoPeople, lastAccount } from './demoPeople.ts';
import { demoUnits } from './demoUnits.ts';
import { demoCity, demoSeed } from './identity.ts';

const actor: Actor = { kind: 'system', id: 'system:demo-city', name: 'Demo city' };

/** Commands under way at a time. */
const inFlight = 16;

/** Whether an empty log, or a founding that was cut short, waits for `foundDemoCity`. */
export async function wantsDemoCity(store: Store): Promise<boolean> {
  if ((await store.lastPosition()) === undefined) return true;
  const city = await store.readCity(demoCity);
  if (city?.demo !== true) return false;
  return (await store.readPerson(lastAccount))?.passwordDigest === undefined;
}

export const hasDemoCity = async (store: Store): Promise<boolean> =>
  (await store.readCity(demoCity))?.demo === true;

/**
 * Founds the demo city, its crews and its people. Safe to repeat and to cut short at any point:
 * the last account is appointed after everything else. `signal` stops it between two commands.
 */
export async function foundDemoCity(
  store: Store,
  onProgress: (done: number, all: number) => void = () => {},
  signal?: AbortSignal,
): Promise<void> {
  const units = demoUnits(demoSeed);
  const people = demoPeople();
  const all = 1 + units.length + people.length;
  let done = 0;
  const step = (): void => {
    signal?.throwIfAborted();
    done += 1;
    onProgress(done, all);
  };
  const profile = { type: 'AdoptProfile', data: cityProfile(demoSeed) } as const;
  accept(await store.city(demoCity, profile, metaOf('city', profile)));
  step();
  await eachOf(units, async (facts) => {
    const register = { type: 'RegisterUnit', data: facts } as const;
    const onDuty = { type: 'GoOnDuty', data: {} } as const;
    accept(await store.unit(facts.unit, register, metaOf(facts.unit, register)));
    accept(await store.unit(facts.unit, onDuty, metaOf(facts.unit, onDuty)));
    step();
  });
  const appointed = async (person: Appointment): Promise<void> => {
    await appoint(store, person);
    step();
  };
  await eachOf(people.slice(0, -1), appointed);
  await eachOf(people.slice(-1), appointed);
}

async function appoint(store: Store, person: Appointment): Promise<void> {
  const { account } = person;
  const appointPerson = { type: 'AppointPerson', data: person } as const;
  const setPassword = { type: 'SetPassword', data: { digest: demoDigest } } as const;
  accept(await store.person(account, appointPerson, metaOf(account, appointPerson)));
  accept(await store.person(account, setPassword, metaOf(account, setPassword)));
}

/** The same command on the same thing has the same id, however often it is sent. */
function metaOf(subject: string, command: object): CommandMeta {
  return { commandId: derivedId('demo-city', subject, canonicalHash(command)), actor };
}

function accept(outcome: Outcome): void {
  if (outcome.kind === 'accepted') return;
  throw new Error(`the demo city was refused: ${JSON.stringify(outcome)}`);
}

async function eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = items.values();
  const worker = async (): Promise<void> => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
}
