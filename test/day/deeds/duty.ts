import type { Actor, DutyCommand, OpenWork } from '@tocsin/domain';
import { commanderOf, liaisonOf, type Scene } from '../scene.ts';

const role = 'liaison';
/** What was open stands on the boards; here the shift changes hands. */
const open: OpenWork = {
  position: '0',
  counts: { incidents: 0, tasks: 0, actions: 0 },
  incidents: [],
  tasks: [],
  actions: [],
};
const who = ({ id: account, name }: Actor) => ({ account, name });

/** At one desk: taken, handed over twice at once, accepted while it is withdrawn, ended. */
export async function changeShift(scene: Scene): Promise<void> {
  const { city, dice, race, send } = scene;
  const takers = [...city.departments.values()].filter(({ takesTasks }) => takesTasks);
  const department = dice.one(takers).id;
  const order = (actor: Actor, command: DutyCommand) =>
    send(actor, { stream: 'duty', id: `${city.id}.${department}`, command });
  const from = liaisonOf(scene, department);
  const to = liaisonOf(scene, department);
  const duty = { city: city.id, department, role } as const;
  await race(() => order(from, { type: 'TakeDuty', data: { ...duty, ...who(from) } }), 0.3);
  const handover = dice.uuid();
  await race(() =>
    order(from, {
      type: 'HandOverShift',
      data: { handover, role, from: who(from), to: who(to), note: 'All quiet', open },
    }),
  );
  const accept = () => order(to, { type: 'AcceptHandover', data: { handover, account: to.id } });
  const withdraw = () =>
    order(from, { type: 'WithdrawHandover', data: { handover, account: from.id } });
  const answers = dice.chance(0.2) ? [accept] : [accept, withdraw];
  await Promise.all((dice.chance(0.5) ? answers : answers.reverse()).map((answer) => answer()));
  if (dice.chance(0.4)) await order(to, { type: 'EndDuty', data: { account: to.id, role } });
  if (dice.chance(0.4))
    await order(commanderOf(scene), {
      type: 'RelieveDuty',
      data: { account: from.id, role, reason: 'Gone home' },
    });
}
