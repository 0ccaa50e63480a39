import { commanderOf, type Scene } from '../scene.ts';

/** The city's posture changes and with it the deadlines; two commanders may press at once. */
export async function changePosture(scene: Scene): Promise<void> {
  const { city, dice, race, send } = scene;
  await race(() =>
    send(commanderOf(scene), {
      stream: 'city',
      id: city.id,
      command: {
        type: 'ChangePosture',
        data: { posture: dice.one(['routine', 'alert', 'emergency']), reason: 'Rain' },
      },
    }),
  );
}
