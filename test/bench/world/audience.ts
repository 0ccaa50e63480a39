import type { PersonCommand, Role } from '@tocsin/domain';
import type { Store } from '@tocsin/domain/store';
import type { Gateway } from '../parts/gateway.ts';
import type { Screen } from '../parts/screenRecords.ts';
import { profile } from './city.ts';
import { assertAccepted, commandMeta, system } from './person.ts';

/** What the gateway allows of one person. */
const screensEach = 20;

const incidents = `subscription ($city: ID!, $after: Cursor) { changes: incidentChanges(city: $city, after: $after) {
  rows { id number status what type grade priority reportedAt recordedAt confirmedAt revision position }
  removed cursor } }`;
const tasks = `subscription ($city: ID!, $department: ID!, $after: Cursor) {
  changes: taskChanges(city: $city, department: $department, after: $after) {
    rows { id number status what type grade priority instruction acknowledgeBy finishBy revision position }
    removed cursor } }`;

/** So many screens of people of one role, and of one department where it is a liaison's. */
export interface Audience {
  readonly role: Role;
  readonly department?: string;
  readonly screens: number;
}

const groupOf = ({ role, department }: Audience): string => department ?? role;

/** Appoints who sits before the screens, and says what each screen asks for. */
export async function seat(
  store: Store,
  gateway: Gateway,
  audiences: readonly Audience[],
): Promise<readonly Screen[]> {
  for (const audience of audiences)
    for (let first = 0; first < audience.screens; first += screensEach)
      await appointTo(store, accountAt(audience, first), audience);
  return seats(gateway, audiences);
}

const accountAt = (audience: Audience, seat: number): string =>
  `${groupOf(audience)}-${Math.floor(seat / screensEach)}`;

/** What each screen asks for, of people who are appointed already. */
export function seats(
  { url, tokenOf }: Gateway,
  audiences: readonly Audience[],
): readonly Screen[] {
  const screens: Screen[] = [];
  for (const audience of audiences) {
    const { department, screens: count } = audience;
    const variables = { city: profile.id, ...(department ? { department } : {}) };
    const query = department ? tasks : incidents;
    for (let seat = 0; seat < count; seat += 1) {
      const live = { token: tokenOf(accountAt(audience, seat)), query, variables };
      const address = `${url.replace('http', 'ws')}/graphql`;
      screens.push({ group: groupOf(audience), url: address, live });
    }
  }
  return screens;
}

async function appointTo(store: Store, account: string, { role, department }: Audience) {
  const facts = { account, name: account, roles: [role], cities: ['*'], demo: false };
  const data = { ...facts, ...(department ? { department } : {}) };
  const command: PersonCommand = { type: 'AppointPerson', data };
  assertAccepted(await store.person(account, command, commandMeta(system)));
}
