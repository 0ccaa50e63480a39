import {
  type City,
  isOpenTask,
  matchingPlans,
  type NewTask,
  type ResponsePlan,
  type WantedParts,
} from '@tocsin/domain';
import { commanderOf, dispatcherOf, liaisonOf, type Scene } from '../scene.ts';

/** Each department that takes tasks in its turn. */
function inTurn({ departments }: City, index: number): string {
  const takers = [...departments.values()].filter(({ takesTasks }) => takesTasks);
  return takers[index % takers.length]?.id ?? '';
}

async function byHand(scene: Scene): Promise<void> {
  const { city, dice, index: turn, orderOnSight, race } = scene;
  const incident = await scene.look();
  const usual = city.types.get(incident.type ?? '')?.departments ?? [];
  const wanted = [...new Set([inTurn(city, turn), ...usual.slice(0, dice.below(2))])];
  const within = dice.chance(0.2) ? { acknowledgeWithin: 30, finishWithin: 600 } : {};
  const tasks = (): NewTask[] =>
    wanted.map((department, at) => ({
      task: dice.uuid(),
      department: dice.chance(0.01) ? 'nobody' : department,
      part: at === 0 ? 'lead' : 'assist',
      instruction: `Go there, ${at}`,
      ...within,
    }));
  await race(
    () => orderOnSight(dispatcherOf(scene), { type: 'AssignTasks', data: { tasks: tasks() } }),
    0.1,
  );
}

/** Half of the roles are filled with who is on duty there. */
function officersOf(scene: Scene, { roles }: ResponsePlan) {
  return roles
    .filter(() => scene.dice.chance(0.5))
    .map(({ role, department }) => {
      const { id: account, name } = liaisonOf(scene, department);
      return { role, account, name };
    });
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
        officers: officersOf(scene, plan),
        ...(parts ? { parts } : {}),
      },
    });
  const some = {
    tasks: plan.tasks.slice(0, 1).map(({ id }) => id),
    units: plan.units.slice(0, 1).map(({ id }) => id),
    checklist: plan.checklist.slice(0, 1).map(({ id }) => id),
  };
  const once = dice.chance(0.6) ? [apply(some)] : [apply()];
  if (dice.chance(0.15)) once.push(apply());
  await Promise.all(once);
  if (dice.chance(0.1)) await apply();
  return true;
}

/** Gives tasks by a plan or by hand, sometimes by two people at once. */
export async function giveTasks(scene: Scene): Promise<void> {
  const { dice } = scene;
  if (!dice.chance(0.35) || !(await byPlan(scene))) await byHand(scene);
  const { tasks } = await scene.look();
  if (![...tasks.values()].some(isOpenTask)) await byHand(scene);
}

/** The checklist, and units asked for by hand. */
export async function followPlan(scene: Scene): Promise<void> {
  const { dice, order, race } = scene;
  const { plans, unitRequests } = await scene.look();
  for (const { plan, checklist } of plans.values())
    for (const { id: item } of checklist.slice(0, 1)) {
      const data = { plan, item };
      await race(() => order(dispatcherOf(scene), { type: 'TickChecklistItem', data }));
      if (dice.chance(0.1)) await order(commanderOf(scene), { type: 'UntickChecklistItem', data });
    }
  if (dice.chance(0.1)) {
    const capability = dice.one([...scene.city.capabilities.keys(), 'flying']);
    const data = { request: dice.uuid(), capability, count: dice.below(4) };
    await order(dispatcherOf(scene), { type: 'RequestUnits', data });
  }
  const [request] = unitRequests.keys();
  if (request !== undefined && dice.chance(0.1))
    await race(() =>
      order(dispatcherOf(scene), {
        type: 'WithdrawUnitRequest',
        data: { request, reason: 'No longer needed' },
      }),
    );
}
