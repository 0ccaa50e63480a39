import {
  type City,
  type DepotCommand,
  type DepotStock,
  freeOf,
  isOpenCommitment,
  noStock,
  type StockCommitment,
  totalCommitted,
  totalOut,
} from '@tocsin/domain';
import { dispatcherOf, liaisonOf, type Scene } from '../scene.ts';

const note = '';
/** Of what there is least, everybody wants some. */
const scarceItems = 3;

function scarce(city: City): readonly string[] {
  const wanted = [...city.depots.values()].flatMap(({ lowStock }) => Object.entries(lowStock));
  const fewest = wanted.toSorted(([, a], [, b]) => a - b);
  return fewest.slice(0, scarceItems).map(([item]) => item);
}

const stockOf = async ({ store }: Scene, depot: string): Promise<DepotStock | undefined> =>
  (await store().readDepot(depot))?.state;

/** A storekeeper of the depot at work. */
const keeper =
  (scene: Scene, depot: string) =>
  async (command: DepotCommand): Promise<unknown> => {
    const department = scene.city.depots.get(depot.slice(scene.city.id.length + 1))?.department;
    const own = liaisonOf(scene, department ?? '');
    return scene.send(own, { stream: 'depot', id: depot, command });
  };

const heldFor = (stock: DepotStock | undefined, incident: string): readonly StockCommitment[] =>
  [...(stock?.commitments.values() ?? [])].filter(
    (one) => one.incident === incident && isOpenCommitment(one),
  );

/** Everything that a depot sent to the incident comes back, or is used up. */
async function settle(scene: Scene, depot: string): Promise<void> {
  const order = keeper(scene, depot);
  for (const held of heldFor(await stockOf(scene, depot), scene.id)) {
    const { commitment, item } = held;
    const quantity = totalOut(held);
    if (quantity === 0) continue;
    const lost = scene.city.items.get(item)?.returnable ? scene.dice.below(2) : quantity;
    if (lost > 0) await order({ type: 'ConsumeStock', data: { commitment, quantity: lost, note } });
    if (quantity > lost)
      await scene.race(() =>
        order({ type: 'ReturnStock', data: { commitment, quantity: quantity - lost, note } }),
      );
  }
}

/** At the depots that the incident's record knows to have given something. */
export async function settleSupplies(scene: Scene): Promise<void> {
  const commitments = [...(await scene.look()).supplies.values()].flatMap((request) => [
    ...request.commitments.values(),
  ]);
  const depots = new Set(commitments.map(({ depot }) => depot));
  await Promise.all([...depots].map((depot) => settle(scene.beside(`settle ${depot}`), depot)));
}

/** What is free is promised, by two keepers at once, issued, partly given up, and settled. */
async function give(scene: Scene, depot: string, request: string): Promise<void> {
  const { dice, race } = scene;
  const order = keeper(scene, depot);
  const asked = (await stockOf(scene, depot))?.requests.get(request);
  if (!asked) return;
  if (dice.chance(0.08)) {
    await order({ type: 'DeclineRequest', data: { request, reason: 'Kept for the flood' } });
    return;
  }
  const quantity = Math.max(1, asked.quantity - dice.below(2));
  await race(
    () =>
      order({ type: 'CommitStock', data: { commitment: dice.uuid(), request, quantity, note } }),
    0.4,
  );
  for (const held of heldFor(await stockOf(scene, depot), scene.id)) {
    const { commitment } = held;
    const all = totalCommitted(held);
    if (all === 0) continue;
    const kept = dice.chance(0.2) ? Math.ceil(all / 2) : all;
    await race(
      () => order({ type: 'IssueStock', data: { commitment, quantity: kept, note } }),
      0.3,
    );
    if (kept < all) {
      const data = { commitment, quantity: all - kept, reason: 'Fewer do' };
      await race(() => order({ type: 'ReleaseCommitment', data }));
    }
  }
  await settle(scene, depot);
}

/** Things are asked for; every depot that has some gives, whoever is first. */
export async function useSupplies(scene: Scene): Promise<void> {
  const { city, dice, order } = scene;
  const item = dice.chance(0.4) ? dice.one(scarce(city)) : dice.one([...city.items.keys()]);
  const request = dice.uuid();
  const depots = [...city.depots.keys()].map((depot) => `${city.id}.${depot}`);
  await order(dispatcherOf(scene), {
    type: 'RequestSupplies',
    data: {
      request,
      item,
      quantity: dice.below(30) + 1,
      note,
      ...(dice.chance(0.2) ? { depot: dice.one(depots) } : {}),
    },
  });
  const today = scene.clock.now().toISOString().slice(0, 10);
  const stocks = await Promise.all(depots.map((depot) => stockOf(scene, depot)));
  const able = depots.filter((_, at) => freeOf(stocks[at] ?? noStock, item, today) > 0);
  const [first = depots[0] ?? ''] = able;
  const asked = (await scene.look()).supplies.get(request);
  if (!asked) return;
  const asks = asked.depots.includes(first) ? first : (asked.depots[0] ?? first);
  await scene.see(async () => (await stockOf(scene, asks))?.requests.has(request) ?? false);
  const cancel = () =>
    order(dispatcherOf(scene), {
      type: 'CancelSupplyRequest',
      data: { request, reason: 'Not needed' },
    });
  await Promise.all([
    ...[...new Set([asks, ...able])].map((depot) =>
      give(scene.beside(`give ${depot}`), depot, request),
    ),
    ...(dice.chance(0.1) ? [cancel()] : []),
  ]);
}
