import type { UnitCommand } from '@tocsin/domain';
import { dispatcherOf, inSeconds, liaisonOf, type Scene } from '../scene.ts';

const reason = 'Kept for the north';

/** A unit's position, its reserve and its duty, whatever else it does at the time. */
export async function keepReady(scene: Scene): Promise<void> {
  const { city, dice, race, send, units } = scene;
  const { unit, department } = dice.one(units);
  const order = (command: UnitCommand) =>
    send(dice.chance(0.5) ? liaisonOf(scene, department) : dispatcherOf(scene), {
      stream: 'unit',
      id: unit,
      command,
    });
  const { west, south, east, north } = city.bounds;
  for (let report = 0; report < 2; report += 1) {
    const lon = west + dice.next() * (east - west);
    const lat = south + dice.next() * (north - south);
    await order({ type: 'ReportPosition', data: { lon, lat } });
  }
  if (dice.chance(0.5)) {
    const until = dice.chance(0.6) ? { until: inSeconds(scene, 60 + dice.below(1_200)) } : {};
    await race(() => order({ type: 'HoldInReserve', data: { reason, ...until } }));
    if (dice.chance(0.5) || !('until' in until))
      await race(() => order({ type: 'ReleaseFromReserve', data: { reason: 'Enough' } }));
  }
  if (dice.chance(0.3)) {
    await race(() => order({ type: 'GoOffDuty', data: { reason: 'Refuelling' } }));
    await race(() => order({ type: 'GoOnDuty', data: {} }));
  }
}
