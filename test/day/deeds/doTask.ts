import {
  type Actor,
  type IncidentCommand,
  isOpenTask,
  isUnanswered,
  type Task,
} from '@tocsin/domain';
import { commanderOf, dispatcherOf, inSeconds, liaisonOf, type Scene } from '../scene.ts';

/** Long enough for every step of the escalation. */
const longSilenceMs = 30 * 60_000;

const takersOf = ({ city }: Scene): readonly string[] =>
  [...city.departments.values()].filter(({ takesTasks }) => takesTasks).map(({ id }) => id);

async function taskNow(scene: Scene, id: string): Promise<Task | undefined> {
  return (await scene.look()).tasks.get(id);
}

/** The command centre upholds an objection, with or without another department, or rejects it. */
async function review(scene: Scene, task: string): Promise<void> {
  const { dice, order, race } = scene;
  const next = dice.chance(0.5) ? { next: dice.one(takersOf(scene)) } : {};
  const reject = dice.chance(0.4);
  await race(
    () =>
      reject
        ? order(dispatcherOf(scene), { type: 'RejectObjection', data: { task, reason: 'Yours' } })
        : order(dispatcherOf(scene), {
            type: 'UpholdObjection',
            data: { task, note: 'Right', ...next },
          }),
    0.3,
  );
}

/** Answers the task: two at the desk may press at once; the second is told who was first. */
async function answer(scene: Scene, { id: task, department, acknowledgeBy }: Task): Promise<Actor> {
  const { dice, order, clock } = scene;
  const liaison = liaisonOf(scene, department);
  if (dice.chance(0.6)) await order(liaison, { type: 'RecordDelivery', data: { task } });
  if (dice.chance(0.5)) await order(liaison, { type: 'RecordSeen', data: { task } });
  if (dice.chance(0.04)) await clock.until(Date.parse(acknowledgeBy) + dice.below(longSilenceMs));
  if (dice.chance(0.08)) {
    await order(liaison, { type: 'ObjectToTask', data: { task, reason: 'Not our affair' } });
    await review(scene, task);
  }
  const accept: IncidentCommand = { type: 'AcceptTask', data: { task } };
  await scene.race(() => order(liaisonOf(scene, department), accept), 0.2);
  // It may have become another department's meanwhile.
  const now = await taskNow(scene, task);
  const doer = liaisonOf(scene, now?.department ?? department);
  if (now && isUnanswered(now)) await order(doer, accept);
  return doer;
}

async function work(scene: Scene, task: string, liaison: Actor): Promise<void> {
  const { clock, dice, order, race } = scene;
  if (dice.chance(0.05))
    await order(liaison, { type: 'FinishTask', data: { task, note: 'Too soon' } });
  await race(() => order(liaison, { type: 'StartTask', data: { task } }), 0.05);
  if (dice.chance(0.3))
    await order(liaison, { type: 'ReportProgress', data: { task, note: 'Half done' } });
  if (dice.chance(0.02)) {
    const finishBy = (await taskNow(scene, task))?.finishBy;
    if (finishBy !== undefined) await clock.until(Date.parse(finishBy) + 60_000);
  }
  await race(() => order(liaison, { type: 'FinishTask', data: { task, note: 'Done' } }), 0.05);
}

/** The command centre meddles while the department works. */
async function direct(scene: Scene, task: string): Promise<void> {
  const { dice, orderOnSight } = scene;
  const reason = 'It takes longer';
  const deeds: readonly (() => IncidentCommand)[] = [
    () => ({ type: 'UrgeTask', data: { task, text: 'Hurry' } }),
    () => ({
      type: 'ChangeTaskDeadlines',
      data: { task, reason, finishBy: inSeconds(scene, 1_800 + dice.below(3_600)) },
    }),
    () => ({
      type: 'ChangeTaskDeadlines',
      data: { task, reason, acknowledgeBy: inSeconds(scene, 60 + dice.below(300)) },
    }),
    () => ({ type: 'TransferLead', data: { task, reason: 'They know the house' } }),
    () => ({
      type: 'ReassignTask',
      data: {
        task,
        department: dice.one(takersOf(scene)),
        reason: 'They are nearer',
        ...(dice.chance(0.5) ? { acknowledgeWithin: 60, finishWithin: 3_600 } : {}),
      },
    }),
  ];
  const command = dice.one(deeds)();
  const who = () => (dice.chance(0.7) ? dispatcherOf(scene) : commanderOf(scene));
  await scene.race(() => orderOnSight(who(), command), 0.3);
}

/** A task from its delivery to its verification, with what can come between. */
async function follow(scene: Scene, given: Task): Promise<void> {
  const { dice, order } = scene;
  const { id: task } = given;
  const liaison = await answer(scene, given);
  await work(scene, task, liaison);
  if (dice.chance(0.08)) {
    await order(dispatcherOf(scene), { type: 'ReturnTask', data: { task, reason: 'Not enough' } });
    await work(scene, task, liaison);
  }
  if (dice.chance(0.05)) await order(liaison, { type: 'VerifyTask', data: { task } });
  await scene.race(() => order(dispatcherOf(scene), { type: 'VerifyTask', data: { task } }), 0.05);
}

export async function doTask(scene: Scene, given: Task): Promise<void> {
  const { dice, order } = scene;
  const { id: task } = given;
  if (dice.chance(0.04)) {
    await order(dispatcherOf(scene), { type: 'CancelTask', data: { task, reason: 'Not needed' } });
    return;
  }
  const beside = scene.beside('direct');
  const directed = dice.chance(0.15) ? direct(beside, task) : Promise.resolve();
  await Promise.all([follow(scene, given), directed]);
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
