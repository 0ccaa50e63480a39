import type { PlannedEventCommand } from '@tocsin/domain';
import { dispatcherOf, inSeconds, type Scene } from '../scene.ts';

/** What is put in place ahead, by many at once, and partly taken away again. */
async function place(scene: Scene, order: (command: PlannedEventCommand) => Promise<unknown>) {
  const { city, dice, units } = scene;
  const post = dice.uuid();
  const { unit, callSign, department } = dice.one(units);
  const plan = dice.one([...city.plans.keys()]);
  await Promise.all([
    order({
      type: 'PlacePost',
      data: { post, name: 'South gate', place: 'Gate 3', department: 'police', people: 6 },
    }),
    order({ type: 'PlaceUnit', data: { unit, callSign, department } }),
    order({ type: 'AttachPlan', data: { plan } }),
  ]);
  if (!dice.chance(0.5)) return;
  await Promise.all([
    order({ type: 'RemovePost', data: { post, reason: 'Gate closed' } }),
    order({ type: 'ReleaseUnit', data: { unit } }),
    order({ type: 'DetachPlan', data: { plan } }),
  ]);
}

/** A planned event [重大活动] that begins and ends by itself, is moved, or is cancelled. */
export async function planEvent(scene: Scene): Promise<void> {
  const { city, dice, race, send } = scene;
  const id = dice.uuid();
  const order = (command: PlannedEventCommand) =>
    send(dispatcherOf(scene), { stream: 'plannedEvent', id, command });
  const from = 120 + dice.below(3_600);
  await order({
    type: 'ScheduleEvent',
    data: {
      event: id,
      city: city.id,
      name: 'City marathon',
      area: { districts: [dice.one([...city.districts.keys()])] },
      from: inSeconds(scene, from),
      until: inSeconds(scene, from + 60 + dice.below(7_200)),
      description: '20,000 runners',
      expectedPeople: 20_000,
    },
  });
  await place(scene, order);
  if (dice.chance(0.4))
    await race(
      () =>
        order({
          type: 'AmendEvent',
          data: { until: inSeconds(scene, from + dice.below(3_600)), reason: 'Heat' },
        }),
      0.3,
    );
  if (dice.chance(0.2))
    await race(() => order({ type: 'CancelEvent', data: { reason: 'Storm' } }), 0.3);
}
