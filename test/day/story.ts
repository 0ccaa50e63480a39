import { isOpenTask } from '@tocsin/domain';
import { doTask } from './deeds/doTask.ts';
import { end } from './deeds/end.ts';
import { followPlan, giveTasks } from './deeds/giveTasks.ts';
import { sendUnits, useUnit } from './deeds/sendUnits.ts';
import { take } from './deeds/take.ts';
import { dispatcherOf, type Scene } from './scene.ts';

/** One incident from the call to the closing, by many hands at once. */
export async function story(scene: Scene): Promise<void> {
  if (!(await take(scene))) return;
  await giveTasks(scene);
  const units = await sendUnits(scene);
  const { tasks } = await scene.look();
  const note = { note: scene.dice.uuid(), text: 'Wind from the west' };
  await Promise.all([
    ...[...tasks.values()].filter(isOpenTask).map((task) => doTask(scene.beside(), task)),
    ...units.map((unit) => useUnit(scene.beside(), unit)),
    followPlan(scene.beside()),
    scene.order(dispatcherOf(scene), { type: 'AddNote', data: note }),
  ]);
  await end(scene);
}
