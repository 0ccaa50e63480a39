import type { PersonCommand } from '@tocsin/domain';
import type { Store } from '@tocsin/domain/store';
import { hashPassword } from '@tocsin/gateway';
import { account, assertAccepted, commandMeta, dispatcher, password, system } from './person.ts';

/**
 * Appoints the bench's person, dispatcher and liaison of the fire department. The number of events.
 */
export async function appoint(store: Store): Promise<number> {
  const send = async (command: PersonCommand): Promise<number> =>
    assertAccepted(await store.person(account, command, commandMeta(system)));
  const appointed = await send({
    type: 'AppointPerson',
    data: {
      account,
      name: dispatcher.name,
      roles: ['dispatcher', 'liaison'],
      cities: ['*'],
      department: 'fire',
      demo: false,
    },
  });
  const digest = await hashPassword(password);
  return appointed + (await send({ type: 'SetPassword', data: { digest } }));
}
