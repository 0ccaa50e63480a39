import { isCommitted } from '@tocsin/domain';
import { commanderOf, dispatcherOf, type Scene } from '../scene.ts';
import { endTasks } from './doTask.ts';
import { useUnit } from './sendUnits.ts';

/** A unit's last stage reaches the incident's record after its own; after a crash, a while after. */
const lookMs = 250;

/** Tries to end too soon now and then, then ends: by one who handled it not, after all is over. */
export async function end(scene: Scene): Promise<void> {
  const { dice, order } = scene;
  if (dice.chance(0.3)) await order(dispatcherOf(scene), { type: 'MarkContained', data: {} });
  if (dice.chance(0.1))
    await order(commanderOf(scene), { type: 'CloseIncident', data: { note: '' } });
  await endTasks(scene);
  const handler = dispatcherOf(scene);
  await order(handler, { type: 'ResolveIncident', data: { summary: 'All done' } });
  if (dice.chance(0.1)) await order(handler, { type: 'CloseIncident', data: { note: '' } });
  for (;;) {
    const out = [...(await scene.look()).commitments.values()].filter(isCommitted);
    if (out.length === 0) break;
    for (const { unit } of out) await useUnit(scene, unit);
    await new Promise((wake) => setTimeout(wake, lookMs));
  }
  const closed = await order(commanderOf(scene), { type: 'CloseIncident', data: { note: '' } });
  if (closed.kind === 'accepted' && dice.chance(0.03)) {
    await order(dispatcherOf(scene), { type: 'ReopenIncident', data: { reason: 'Smoke again' } });
    await order(handler, { type: 'ResolveIncident', data: { summary: 'Now it is' } });
    await order(commanderOf(scene), { type: 'CloseIncident', data: { note: '' } });
  }
}
