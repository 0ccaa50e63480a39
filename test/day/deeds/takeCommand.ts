import type { Actor, CommandRole, RoleHolder } from '@tocsin/domain';
import { commanderOf, dispatcherOf, liaisonOf, type Scene } from '../scene.ts';

const holder = ({ id: account, name, department }: Actor): RoleHolder =>
  department === undefined ? { account, name } : { account, name, department };

const roles: readonly CommandRole[] = ['incidentCommander', 'safety', 'operations', 'logistics'];

/** Command is taken by two at once, roles are given and relieved, command is handed over. */
export async function takeCommand(scene: Scene): Promise<void> {
  const { city, dice, order, race } = scene;
  const departments = [...city.departments.values()].filter(({ takesTasks }) => takesTasks);
  const officer = () => liaisonOf(scene, dice.one(departments).id);
  await race(
    () =>
      order(dice.chance(0.5) ? dispatcherOf(scene) : commanderOf(scene), {
        type: 'TakeCommand',
        data: {},
      }),
    0.4,
  );
  const role = dice.one(roles);
  await race(() =>
    order(dispatcherOf(scene), {
      type: 'AssignRole',
      data: { role, ...holder(officer()) },
    }),
  );
  if (dice.chance(0.4)) {
    const data = { role, reason: 'Shift over' };
    await order(dispatcherOf(scene), { type: 'RelieveRole', data });
  }
  if (dice.chance(0.5)) {
    const to = holder(dice.chance(0.5) ? officer() : commanderOf(scene));
    const data = { to, briefing: 'Two floors, one stairway' };
    await race(() => order(commanderOf(scene), { type: 'TransferCommand', data }), 0.3);
  }
}
