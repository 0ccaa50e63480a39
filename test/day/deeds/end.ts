import { isCommitted } from '@tocsin/domain';
import { commanderOf, dispatcherOf, type Scene } from '../scene.ts';
import { endTasks } from './doTask.ts';
import { useUnit } from './sendUnits.ts';
import { settleSupplies } from './supplies.ts';

/** Everything that hinders a closing is seen to, once. */
async function finish(scene: Scene): Promise<void> {
  await endTasks(scene);
  await settleSupplies(scene);
  const { status, commitments } = await scene.look();
  for (const { unit } of [...commitments.values()].filter(isCommitted)) await useUnit(scene, unit);
  if (status !== 'resolved' && status !== 'closed')
    await scene.race(() =>
      scene.order(dispatcherOf(scene), { type: 'ResolveIncident', data: { summary: 'All done' } }),
    );
}

/** Seconds; long, for it must end, also on a busy machine. */
const patience = 120;

/** Tries until it is closed: what units and depots did reaches the record a while after. */
const close = (scene: Scene): Promise<boolean> =>
  scene.see(async () => {
    await finish(scene);
    // Somebody merged it into another at the last moment.
    if ((await scene.look()).status === 'merged') return true;
    const answer = await scene.order(commanderOf(scene), {
      type: 'CloseIncident',
      data: { note: '' },
    });
    return answer.kind === 'accepted';
  }, patience);

/** Tries to end too soon now and then, then ends: by one who handled it not, after all is over. */
export async function end(scene: Scene): Promise<void> {
  const { dice, order } = scene;
  if (dice.chance(0.3)) await order(dispatcherOf(scene), { type: 'MarkContained', data: {} });
  if (dice.chance(0.1))
    await order(commanderOf(scene), { type: 'CloseIncident', data: { note: '' } });
  if (dice.chance(0.03)) {
    const data = { reason: dice.one(['false', 'test'] as const), note: 'An exercise of theirs' };
    const answer = await order(commanderOf(scene), { type: 'CancelIncident', data });
    if (answer.kind === 'accepted') return;
  }
  if (!(await close(scene))) throw new Error(`${scene.id} could not be closed`);
  if (!dice.chance(0.03)) return;
  await order(dispatcherOf(scene), { type: 'ReopenIncident', data: { reason: 'Smoke again' } });
  await close(scene);
}
