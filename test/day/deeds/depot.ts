import { addDays, type DepotCommand, dayIn } from '@tocsin/domain';
import { liaisonOf, type Scene } from '../scene.ts';

/** Housekeeping: lots that come in, are counted by two at once, and are written off. */
export async function keepDepot(scene: Scene): Promise<void> {
  const { city, dice, clock, race, send, store } = scene;
  const depot = dice.one([...city.depots.values()]);
  const id = `${city.id}.${depot.id}`;
  const order = (command: DepotCommand) =>
    send(liaisonOf(scene, depot.department), { stream: 'depot', id, command });
  const wanted = Object.keys(depot.lowStock);
  const item = dice.one([...wanted, 'no-such-item']);
  const today = dayIn(city.timeZone, clock.now().toISOString());
  const lot = `day-${dice.below(10_000)}`;
  const replenish = (quantity: number) =>
    order({
      type: 'ReplenishStock',
      data: {
        city: city.id,
        depot: depot.id,
        item,
        lot,
        quantity,
        note: 'Bought',
        ...(dice.chance(0.6) ? { expires: addDays(today, dice.below(40)) } : {}),
      },
    });
  await race(() => replenish(dice.below(200) + 1));
  const known = (await store().readDepot(id))?.state.lots.get(item) ?? [];
  if (known.length === 0) return;
  const counted = dice.one(known);
  await race(
    () =>
      order({
        type: 'CountStock',
        data: {
          item,
          lot: counted.lot,
          counted: Math.max(0, counted.quantity - dice.below(3)),
          reason: 'Monthly count',
        },
      }),
    0.4,
  );
  const off = dice.one(known);
  await race(() =>
    order({
      type: 'WriteOffStock',
      data: {
        item,
        lot: off.lot,
        quantity: dice.chance(0.5) ? Math.max(1, off.quantity) : 1,
        reason: 'damaged',
        note: 'Torn',
      },
    }),
  );
}
