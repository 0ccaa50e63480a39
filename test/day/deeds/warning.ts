import { type WarningCommand, warningLevels } from '@tocsin/domain';
import { dispatcherOf, inSeconds, type Scene } from '../scene.ts';

/** A warning over part of the city: adjusted, lifted, or left to expire by itself. */
export async function warn(scene: Scene): Promise<void> {
  const { city, dice, race, send } = scene;
  const id = dice.uuid();
  const order = (command: WarningCommand) =>
    send(dispatcherOf(scene), { stream: 'warning', id, command });
  const area = { districts: [dice.one([...city.districts.keys()])] };
  await order({
    type: 'IssueWarning',
    data: {
      warning: id,
      city: city.id,
      issuer: 'Weather service',
      hazard: dice.one(['Rainstorm', 'Gale', 'Fog', 'Heat']),
      level: dice.one(warningLevels),
      area,
      from: inSeconds(scene, 0),
      until: inSeconds(scene, 300 + dice.below(7_200)),
      impact: 'Low-lying roads under water',
      advice: 'Stay at home',
      exercise: dice.chance(0.1),
    },
  });
  if (dice.chance(0.6))
    await race(
      () =>
        order({
          type: 'AdjustWarning',
          data: {
            level: dice.one(warningLevels),
            reason: 'New forecast',
            ...(dice.chance(0.5) ? { until: inSeconds(scene, 60 + dice.below(3_600)) } : {}),
          },
        }),
      0.3,
    );
  if (dice.chance(0.3))
    await race(() => order({ type: 'LiftWarning', data: { reason: 'It has passed' } }), 0.3);
}
