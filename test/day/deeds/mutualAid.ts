import { dispatcherOf, type Scene } from '../scene.ts';
import { useUnit } from './sendUnits.ts';

/** So few that two incidents borrow the same one. */
const neighbours = 4;

/** Units of another jurisdiction come, are sent, and go home, now and then before they are done. */
export async function borrowUnits(scene: Scene): Promise<void> {
  const { city, dice, id, order, race, send, store } = scene;
  const request = dice.uuid();
  const jurisdiction = dice.one([...city.jurisdictions.keys()]);
  const capability = dice.one([...city.capabilities.keys()]);
  await order(dispatcherOf(scene), {
    type: 'RequestMutualAid',
    data: { request, jurisdiction, capability, count: 1, reason: 'All engines are out' },
  });
  const granted = dice.chance(0.8);
  const units = [
    { callSign: `N${dice.below(neighbours)}`, department: 'fire', kind: 'fireEngine' },
  ];
  const note = 'From the next county';
  await race(
    () =>
      order(dispatcherOf(scene), {
        type: 'AnswerMutualAid',
        data: { request, granted, units: granted ? units : [], note },
      }),
    0.3,
  );
  const [lent] = (await scene.look()).mutualAid.get(request)?.units ?? [];
  if (!lent) return;
  const { unit } = lent;
  await scene.see(async () => (await store().readUnit(unit))?.state.facts !== undefined);
  const data = { assignment: dice.uuid(), incident: id };
  await send(dispatcherOf(scene), {
    stream: 'unit',
    id: unit,
    command: { type: 'DispatchUnit', data },
  });
  const end = () =>
    order(dispatcherOf(scene), { type: 'EndMutualAid', data: { request, reason: 'Thank you' } });
  if (dice.chance(0.3)) await end();
  await useUnit(scene.beside('lent unit'), unit);
  if (dice.chance(0.5)) await race(end);
}
