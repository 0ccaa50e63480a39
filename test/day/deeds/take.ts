import { derivedId, type Grade, type IncidentCommand, type Priority } from '@tocsin/domain';
import { commanderOf, dispatcherOf, inSeconds, type Scene } from '../scene.ts';

const channels = [
  'phone',
  'hotline',
  'citizen',
  'inspector',
  'camera',
  'sensor',
  'agency',
] as const;

function report(scene: Scene): IncidentCommand {
  const { id, city, dice } = scene;
  const { west, south, east, north } = dice.one([...city.cells.values()]).bounds ?? city.bounds;
  const lon = west + dice.next() * (east - west);
  const lat = south + dice.next() * (north - south);
  const clock = {
    receivedAt: inSeconds(scene, -40),
    answeredAt: inSeconds(scene, dice.chance(0.98) ? -30 : -50),
  };
  return {
    type: 'ReportIncident',
    data: {
      incident: id,
      city: city.id,
      report: derivedId('first report', id),
      reference: `R-${dice.below(1_000_000)}`,
      channel: dice.one(channels),
      what: dice.chance(0.02) ? ' ' : `Report ${dice.below(10_000)}`,
      place: { address: `${dice.below(900) + 1} Main Street`, lon, lat },
      reporter: dice.chance(0.5) ? { name: 'Li Wei', phone: '13800000000' } : {},
      exercise: dice.chance(0.08),
      ...(dice.chance(0.5) ? { kind: dice.one([...city.types.keys()]) } : {}),
      ...(dice.chance(0.5) ? clock : {}),
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
  const { dice, order, orderOnSight } = scene;
  let command = report(scene);
  while ((await order(dispatcherOf(scene), command)).kind === 'rejected') command = report(scene);
  // A system that has had no answer reports again, under its own number.
  if (dice.chance(0.05)) await order(dispatcherOf(scene), command);
  if (dice.chance(0.06)) {
    const reason = dice.one(['false', 'duplicate', 'test'] as const);
    await order(dispatcherOf(scene), {
      type: 'CancelIncident',
      data: { reason, note: 'Nothing there' },
    });
    return false;
  }
  // Two dispatchers at once: one of them confirms.
  const both = [orderOnSight(dispatcherOf(scene), confirmation(scene))];
  if (dice.chance(0.1)) both.push(orderOnSight(commanderOf(scene), confirmation(scene)));
  await Promise.all(both);
  while ((await scene.look()).status === 'reported')
    await order(dispatcherOf(scene), confirmation(scene));
  return true;
}
