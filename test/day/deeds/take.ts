import type { Grade, IncidentCommand, Priority } from '@tocsin/domain';
import { commanderOf, dispatcherOf, type Scene } from '../scene.ts';

const channels = [
  'phone',
  'hotline',
  'citizen',
  'inspector',
  'camera',
  'sensor',
  'agency',
] as const;

function report({ id, city, dice }: Scene): IncidentCommand {
  const { west, south, east, north } = dice.one([...city.cells.values()]).bounds ?? city.bounds;
  const lon = west + dice.next() * (east - west);
  const lat = south + dice.next() * (north - south);
  return {
    type: 'ReportIncident',
    data: {
      incident: id,
      city: city.id,
      report: dice.uuid(),
      channel: dice.one(channels),
      what: dice.chance(0.02) ? ' ' : `Report ${dice.below(10_000)}`,
      place: { address: `${dice.below(900) + 1} Main Street`, lon, lat },
      reporter: dice.chance(0.5) ? { name: 'Li Wei', phone: '13800000000' } : {},
      exercise: dice.chance(0.08),
    },
  };
}

function confirmation({ city, dice }: Scene): IncidentCommand {
  const type = dice.chance(0.02) ? 'no-such-type' : dice.one([...city.types.keys()]);
  const level = () => (dice.below(4) + 1) as Grade & Priority;
  return {
    type: 'ConfirmIncident',
    data: { type, ...(dice.chance(0.3) ? { grade: level(), priority: level() } : {}) },
  };
}

/** Takes the report in and judges it; false when it came to nothing. */
export async function take(scene: Scene): Promise<boolean> {
  const { dice, order } = scene;
  let taken = await order(dispatcherOf(scene), report(scene));
  while (taken.kind === 'rejected') taken = await order(dispatcherOf(scene), report(scene));
  if (dice.chance(0.06)) {
    const reason = dice.one(['false', 'duplicate', 'test'] as const);
    await order(dispatcherOf(scene), {
      type: 'CancelIncident',
      data: { reason, note: 'Nothing there' },
    });
    return false;
  }
  // Two dispatchers at once: one of them confirms.
  const both = [order(dispatcherOf(scene), confirmation(scene))];
  if (dice.chance(0.1)) both.push(order(commanderOf(scene), confirmation(scene)));
  await Promise.all(both);
  while ((await scene.look()).status === 'reported')
    await order(dispatcherOf(scene), confirmation(scene));
  return true;
}
