import type { PersonCommand } from '@tocsin/domain';
import type { Store } from '@tocsin/domain/store';
import { hashPassword } from '@tocsin/gateway';
import { account, assertAccepted, commandMeta, dispatcher, password, system } from './person.ts';

/** Appoints the bench's person, dispatcher and liaison of the fire department. */
export async function appoint(store: Store): Promise<void> {
  const send = async (command: PersonCommand): Promise<void> => {
    assertAccepted(await store.person(account, command, commandMeta(system)));
  };
  await send({
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
  await send({ type: 'SetPassword', data: { digest: await hashPassword(password) } });
}
