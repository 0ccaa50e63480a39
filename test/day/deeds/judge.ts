import type { Grade, Priority, ResponseLevel } from '@tocsin/domain';
import { commanderOf, dispatcherOf, type Scene } from '../scene.ts';

const reason = 'It looks different now';

/** Judged anew on each axis by itself, by two people at once now and then. */
export async function judge(scene: Scene): Promise<void> {
  const { city, dice, order, race } = scene;
  const level = () => dice.below(4) + 1;
  const departments = [...city.departments.keys(), 'nobody'];
  await race(() =>
    scene.orderOnSight(dispatcherOf(scene), {
      type: 'JudgeIncident',
      data: {
        reason,
        grade: level() as Grade,
        ...(dice.chance(0.4) ? { priority: level() as Priority } : {}),
        ...(dice.chance(0.3) ? { type: dice.one([...city.types.keys()]) } : {}),
      },
    }),
  );
  if (dice.chance(0.5))
    await race(() =>
      order(dispatcherOf(scene), {
        type: 'AssignResponsibility',
        data: { department: dice.one(departments), reason },
      }),
    );
  await Promise.all([
    order(dispatcherOf(scene), { type: 'RaiseIncident', data: { reason } }),
    order(dispatcherOf(scene), {
      type: 'HandDownIncident',
      data: { district: dice.one([...city.districts.keys(), 'nowhere']), reason },
    }),
    race(
      () =>
        order(dice.chance(0.5) ? commanderOf(scene) : dispatcherOf(scene), {
          type: 'SetResponseLevel',
          data: { level: level() as ResponseLevel, reason },
        }),
      0.5,
    ),
  ]);
}
