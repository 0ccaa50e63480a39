import type { Actor, IncidentCommand } from '@tocsin/domain';
import { commanderOf, dispatcherOf, inSeconds, liaisonOf, type Scene } from '../scene.ts';

type Step = Extract<IncidentCommand, { data: { readonly action: string } }>;

/** Reported on, done, judged; returned once, or cancelled, or left to become overdue. */
async function putRight(scene: Scene, action: string, owner: Actor): Promise<void> {
  const { dice, order, race } = scene;
  const own = (type: 'ReportAction' | 'FinishAction'): Step => ({
    type,
    data: { action, note: 'New hydrant' },
  });
  if (dice.chance(0.2)) return;
  if (dice.chance(0.5)) await order(owner, own('ReportAction'));
  if (dice.chance(0.1)) {
    const data = { action, reason: 'No money' };
    await order(commanderOf(scene), { type: 'CancelAction', data });
    return;
  }
  await race(() => order(owner, own('FinishAction')), 0.3);
  if (dice.chance(0.3)) {
    const data = { action, reason: 'It leaks', dueBy: inSeconds(scene, 600 + dice.below(7_200)) };
    await race(() => order(dispatcherOf(scene), { type: 'ReturnAction', data }), 0.3);
    if (dice.chance(0.7)) await order(owner, own('FinishAction'));
  }
  if (dice.chance(0.1)) await order(owner, { type: 'VerifyAction', data: { action } });
  await race(() => order(commanderOf(scene), { type: 'VerifyAction', data: { action } }), 0.2);
}

/** What is found and put right once the incident is closed [事件整改]. */
export async function after(scene: Scene): Promise<void> {
  const { city, dice, order } = scene;
  const takers = [...city.departments.values()].filter(({ takesTasks }) => takesTasks);
  const finding = dice.uuid();
  await order(commanderOf(scene), {
    type: 'RecordFinding',
    data: { finding, text: 'The hydrant was dry', severity: dice.one(['low', 'medium', 'high']) },
  });
  const actions = Array.from({ length: dice.below(2) + 1 }, async (_, at) => {
    const beside = scene.beside(`action ${at}`);
    const department = beside.dice.one(takers).id;
    const owner = liaisonOf(beside, department);
    const action = beside.dice.uuid();
    await beside.order(dispatcherOf(beside), {
      type: 'AssignAction',
      data: {
        action,
        finding,
        department,
        owner: { account: owner.id, name: owner.name },
        text: 'Repair the hydrant',
        dueBy: inSeconds(scene, 600 + beside.dice.below(7_200)),
      },
    });
    await putRight(beside, action, owner);
  });
  await Promise.all(actions);
}
