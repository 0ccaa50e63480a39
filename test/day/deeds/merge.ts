import { dispatcherOf, type Scene } from '../scene.ts';

const reason = 'The same fire';
/** Others that were reported so shortly before are still open as a rule. */
const nearby = 12;

/**
 * Merges the incident into another that somebody works on at the same time; now and then that one
 * into this one in the same moment, and now and then it is undone. True when it stays merged.
 */
export async function mergeInto(scene: Scene): Promise<boolean> {
  const { id, index, all, dice, order, send, race } = scene;
  const into = all[Math.max(0, index - 1 - dice.below(nearby))] ?? id;
  const dispatcher = dispatcherOf(scene);
  const merge = () => order(dispatcher, { type: 'MergeIncident', data: { into, reason } });
  const back = () =>
    send(dispatcherOf(scene), {
      stream: 'incident',
      id: into,
      command: { type: 'MergeIncident', data: { into: id, reason } },
    });
  await Promise.all(dice.chance(0.2) ? [race(merge), back()] : [race(merge)]);
  if (dice.chance(0.3))
    await race(() => order(dispatcherOf(scene), { type: 'UndoMerge', data: { reason: 'Two' } }));
  // The other one takes it, or could not any more; then this one goes on by itself.
  await scene.see(async () => {
    const { status, merged, merges } = await scene.look();
    if (status !== 'merged') return true;
    const other = await scene.incident(into);
    return merged?.into === into && other?.absorbed.get(id)?.merge === merges;
  });
  return (await scene.look()).status === 'merged';
}
