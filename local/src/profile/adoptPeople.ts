import { canonicalHash } from '@tocsin/domain';
import { type Adoption, accepted, newMeta } from './adoption.ts';
import { demoDigest } from './demoPassword.ts';
import { type Appointment, appointmentsOf } from './profileFile.ts';

const left = { type: 'DismissPerson', data: { reason: 'left the profile' } } as const;

/** Appoints and dismisses. Gives the accounts that the profile has. */
export async function adoptPeople(adoption: Adoption): Promise<readonly string[]> {
  const { store, file, before, changes, eachOf } = adoption;
  const people = appointmentsOf(file);
  const wanted = new Set(people.map(({ account }) => account));
  await eachOf(people, (person) => appoint(adoption, person));
  for (const account of before.accounts) {
    if (wanted.has(account)) continue;
    const outcome = await store.person(account, left, newMeta());
    const gone = outcome.kind === 'rejected' && outcome.rejection.rejected === 'unknownPerson';
    if (!gone && accepted(outcome, account)) changes.count('people', 'withdrawn');
  }
  return [...wanted];
}

/** Somebody in a demo city who has no password gets the demo one; in a real city nobody does. */
async function appoint({ store, changes }: Adoption, person: Appointment): Promise<void> {
  const { account, demo } = person;
  const known = await store.readPerson(account);
  const { passwordDigest, ...facts } = known ?? { passwordDigest: undefined };
  if (!known || canonicalHash(facts) !== canonicalHash(person)) {
    const command = { type: 'AppointPerson', data: person } as const;
    if (accepted(await store.person(account, command, newMeta()), account))
      changes.count('people', known ? 'changed' : 'added');
  }
  if (!demo || passwordDigest !== undefined) return;
  const password = { type: 'SetPassword', data: { digest: demoDigest } } as const;
  accepted(await store.person(account, password, newMeta()), account);
}
