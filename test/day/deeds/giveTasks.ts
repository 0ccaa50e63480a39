import { isOpenTask, matchingPlans, type NewTask, type WantedParts } from '@tocsin/domain';
import { commanderOf, dispatcherOf, type Scene } from '../scene.ts';

async function byHand(scene: Scene): Promise<void> {
  const { city, dice, order } = scene;
  const incident = await scene.look();
  const usual = city.types.get(incident.type ?? '')?.departments ?? [];
  const all = [...city.departments.keys()];
  const wanted = dice.chance(0.1) ? [dice.one(all), ...usual.slice(0, 1)] : usual.slice(0, 3);
  const tasks = wanted.map(
    (department, index): NewTask => ({
      task: dice.uuid(),
      department,
      part: index === 0 ? 'lead' : 'assist',
      instruction: `Go there, ${index}`,
    }),
  );
  const assign = () =>
    order(dispatcherOf(scene), {
      type: 'AssignTasks',
      data: { tasks: tasks.map((task) => ({ ...task, task: dice.uuid() })) },
    });
  await Promise.all(dice.chance(0.1) ? [assign(), assign()] : [assign()]);
}

async function byPlan(scene: Scene): Promise<boolean> {
  const { city, dice, order } = scene;
  const { type, grade, place } = await scene.look();
  const found = matchingPlans(city, {
    place,
    ...(type === undefined ? {} : { type }),
    ...(grade === undefined ? {} : { grade }),
  });
  const plan = found[0]?.plan;
  if (!plan) return false;
  const apply = (parts?: WantedParts) =>
    order(dispatcherOf(scene), {
      type: 'ApplyPlan',
      data: {
        application: dice.uuid(),
        plan: plan.id,
        version: plan.version + (dice.chance(0.03) ? 1 : 0),
        language: dice.one(['zh', 'en']),
        ...(parts ? { parts } : {}),
      },
    });
  const half = { tasks: plan.tasks.slice(0, 1).map(({ id }) => id) };
  const once = dice.chance(0.2) ? [apply(half)] : [apply()];
  if (dice.chance(0.15)) once.push(apply());
  await Promise.all(once);
  if (dice.chance(0.3)) await apply();
  return true;
}

/** Gives tasks by a plan or by hand, sometimes by two people at once. */
export async function giveTasks(scene: Scene): Promise<void> {
  const { dice } = scene;
  if (!dice.chance(0.7) || !(await byPlan(scene))) await byHand(scene);
  const { tasks } = await scene.look();
  if (![...tasks.values()].some(isOpenTask)) await byHand(scene);
}

/** The checklist, and units asked for by hand. */
export async function followPlan(scene: Scene): Promise<void> {
  const { dice, order } = scene;
  const { plans, unitRequests } = await scene.look();
  for (const { plan, checklist } of plans.values())
    for (const { id: item } of checklist.slice(0, 2)) {
      const data = { plan, item };
      await order(dispatcherOf(scene), { type: 'TickChecklistItem', data });
      if (dice.chance(0.1)) await order(commanderOf(scene), { type: 'UntickChecklistItem', data });
    }
  if (dice.chance(0.1)) {
    const capability = dice.one([...scene.city.capabilities.keys(), 'flying']);
    const data = { request: dice.uuid(), capability, count: dice.below(4) };
    await order(dispatcherOf(scene), { type: 'RequestUnits', data });
  }
  const [request] = unitRequests.keys();
  if (request !== undefined && dice.chance(0.1))
    await order(dispatcherOf(scene), {
      type: 'WithdrawUnitRequest',
      data: { request, reason: 'No longer needed' },
    });
}
