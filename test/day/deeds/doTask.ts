import { type Actor, type IncidentCommand, isOpenTask, type Task } from '@tocsin/domain';
import { dispatcherOf, liaisonOf, type Scene } from '../scene.ts';

/** Long enough for every step of the escalation. */
const longSilenceMs = 30 * 60_000;

async function taskNow(scene: Scene, id: string): Promise<Task | undefined> {
  return (await scene.look()).tasks.get(id);
}

/** Answers the task: two at the desk may press at once; the second is told who was first. */
async function answer(scene: Scene, { id: task, department, acknowledgeBy }: Task): Promise<void> {
  const { dice, order, clock } = scene;
  const liaison = liaisonOf(scene, department);
  if (dice.chance(0.9)) await order(liaison, { type: 'RecordDelivery', data: { task } });
  if (dice.chance(0.8)) await order(liaison, { type: 'RecordSeen', data: { task } });
  if (dice.chance(0.1)) await clock.until(Date.parse(acknowledgeBy) + dice.below(longSilenceMs));
  if (dice.chance(0.08)) {
    await order(liaison, { type: 'ObjectToTask', data: { task, reason: 'Not our affair' } });
    const judge = dispatcherOf(scene);
    if (dice.chance(0.5))
      await order(judge, { type: 'UpholdObjection', data: { task, note: 'Right' } });
    else await order(judge, { type: 'RejectObjection', data: { task, reason: 'It is yours' } });
  }
  const accept: IncidentCommand = { type: 'AcceptTask', data: { task } };
  const both = [order(liaison, accept)];
  if (dice.chance(0.2)) both.push(order(liaisonOf(scene, department), accept));
  await Promise.all(both);
}

async function work(scene: Scene, task: string, liaison: Actor): Promise<void> {
  const { dice, order } = scene;
  if (dice.chance(0.05))
    await order(liaison, { type: 'FinishTask', data: { task, note: 'Too soon' } });
  await order(liaison, { type: 'StartTask', data: { task } });
  if (dice.chance(0.4))
    await order(liaison, { type: 'ReportProgress', data: { task, note: 'Half done' } });
  await order(liaison, { type: 'FinishTask', data: { task, note: 'Done' } });
}

/** A task from its delivery to its verification, with what can come between. */
export async function doTask(scene: Scene, given: Task): Promise<void> {
  const { dice, order } = scene;
  const { id: task, department } = given;
  if (dice.chance(0.04)) {
    await order(dispatcherOf(scene), { type: 'CancelTask', data: { task, reason: 'Not needed' } });
    return;
  }
  await answer(scene, given);
  const liaison = liaisonOf(scene, department);
  await work(scene, task, liaison);
  if (dice.chance(0.1)) {
    await order(dispatcherOf(scene), { type: 'ReturnTask', data: { task, reason: 'Not enough' } });
    await work(scene, task, liaison);
  }
  if (dice.chance(0.1)) await order(liaison, { type: 'VerifyTask', data: { task } });
  await order(dispatcherOf(scene), { type: 'VerifyTask', data: { task } });
}

/** Whatever is still open is brought to an end, so that the incident can be. */
export async function endTasks(scene: Scene): Promise<void> {
  const { order } = scene;
  for (const { id, department } of [...(await scene.look()).tasks.values()].filter(isOpenTask)) {
    const now = await taskNow(scene, id);
    if (now?.status === 'done')
      await order(dispatcherOf(scene), { type: 'VerifyTask', data: { task: id } });
    const after = await taskNow(scene, id);
    if (after && isOpenTask(after))
      await order(dispatcherOf(scene), {
        type: 'CancelTask',
        data: { task: id, reason: `${department} is no longer needed` },
      });
  }
}
