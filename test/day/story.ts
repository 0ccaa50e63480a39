import { isOpenTask } from '@tocsin/domain';
import { after } from './deeds/after.ts';
import { consult } from './deeds/consult.ts';
import { keepDepot } from './deeds/depot.ts';
import { doTask } from './deeds/doTask.ts';
import { changeShift } from './deeds/duty.ts';
import { end } from './deeds/end.ts';
import { followPlan, giveTasks } from './deeds/giveTasks.ts';
import { judge } from './deeds/judge.ts';
import { mergeInto } from './deeds/merge.ts';
import { borrowUnits } from './deeds/mutualAid.ts';
import { planEvent } from './deeds/plannedEvent.ts';
import { changePosture } from './deeds/posture.ts';
import { keepReady } from './deeds/readiness.ts';
import { linkReports } from './deeds/reports.ts';
import { sendUnits, useUnit } from './deeds/sendUnits.ts';
import { useSupplies } from './deeds/supplies.ts';
import { take } from './deeds/take.ts';
import { takeCommand } from './deeds/takeCommand.ts';
import { warn } from './deeds/warning.ts';
import { dispatcherOf, type Scene } from './scene.ts';

interface Deed {
  readonly act: (scene: Scene) => Promise<unknown>;
  /** In how many of the incidents, 0 to 1. */
  readonly chance: number;
}

/** What goes on beside the tasks and the units, at the incident and in the city. */
const meanwhile: readonly Deed[] = [
  { act: linkReports, chance: 0.15 },
  { act: judge, chance: 0.25 },
  { act: followPlan, chance: 1 },
  { act: takeCommand, chance: 0.15 },
  { act: consult, chance: 0.12 },
  { act: useSupplies, chance: 0.2 },
  { act: borrowUnits, chance: 0.03 },
  { act: keepDepot, chance: 0.06 },
  { act: keepReady, chance: 0.15 },
  { act: warn, chance: 0.04 },
  { act: planEvent, chance: 0.04 },
  { act: changeShift, chance: 0.06 },
  { act: changePosture, chance: 0.02 },
];
/** Some are given tasks and never seen to again. */
export const isForgotten = (scene: Scene): boolean => scene.beside('forgotten').dice.chance(0.01);

const perform = (scene: Scene, deeds: readonly Deed[]): Promise<unknown> =>
  Promise.all(
    deeds.map(async ({ act, chance }) => {
      const own = scene.beside(act.name);
      if (own.dice.chance(chance)) await act(own);
    }),
  );

async function addNote(scene: Scene): Promise<void> {
  const note = { note: scene.dice.uuid(), text: 'Wind from the west' };
  await scene.order(dispatcherOf(scene), { type: 'AddNote', data: note });
}

/** One incident from the call to what is learned from it, by many hands at once. */
export async function story(scene: Scene): Promise<void> {
  if (!(await take(scene.beside('take')))) return;
  const merging = scene.beside('merge');
  if (merging.dice.chance(0.06) && (await mergeInto(merging))) return;
  await giveTasks(scene.beside('give tasks'));
  if (isForgotten(scene)) return;
  const units = await sendUnits(scene.beside('send units'));
  const tasks = [...(await scene.look()).tasks.values()].filter(isOpenTask);
  await Promise.all([
    ...tasks.map((task, at) => doTask(scene.beside(`task ${at}`), task)),
    ...units.map((unit, at) => useUnit(scene.beside(`unit ${at}`), unit)),
    perform(scene, meanwhile),
    addNote(scene.beside('note')),
  ]);
  await end(scene.beside('end'));
  await perform(scene, [{ act: after, chance: 0.12 }]);
}
