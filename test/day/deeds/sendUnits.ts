import { type Stage, type Unit, type UnitCommand, unitsUnder } from '@tocsin/domain';
import { dispatcherOf, liaisonOf, type Scene } from '../scene.ts';

const stages: readonly Exclude<Stage, 'dispatched'>[] = [
  'enRoute',
  'onScene',
  'transporting',
  'atDestination',
  'cleared',
];

const unitNow = async (scene: Scene, unit: string): Promise<Unit | undefined> =>
  (await scene.store().readUnit(unit))?.state;

/** Sends units without asking who else does: the unit's own stream decides the race. */
export async function sendUnits(scene: Scene): Promise<readonly string[]> {
  const { id, dice, units } = scene;
  const { unitRequests, ...incident } = await scene.look();
  const wanted = [...unitRequests.values()].flatMap(({ request, capability, count, withdrawn }) => {
    const able = units.filter((unit) => unit.capabilities.includes(capability));
    const missing = count - unitsUnder({ ...incident, unitRequests }, request).length;
    if (withdrawn || able.length === 0) return [];
    return Array.from({ length: Math.max(0, missing) }, () => ({ unit: dice.one(able), request }));
  });
  const others = dice.chance(0.3) ? [{ unit: dice.one(units), request: undefined }] : [];
  const chosen = [...wanted.slice(0, 3), ...others];
  const outcomes = chosen.map(async ({ unit, request }) => {
    const dispatch = (stack: boolean): UnitCommand => ({
      type: 'DispatchUnit',
      data: {
        assignment: dice.uuid(),
        incident: id,
        ...(request === undefined ? {} : { request }),
        ...(stack ? { stack } : {}),
      },
    });
    const send = (stack: boolean) =>
      scene.send(dispatcherOf(scene), { stream: 'unit', id: unit.unit, command: dispatch(stack) });
    // Two dispatchers want it at once; some then stack it.
    await Promise.all(dice.chance(0.1) ? [send(false), send(false)] : [send(dice.chance(0.1))]);
    return unit.unit;
  });
  return [...new Set(await Promise.all(outcomes))];
}

/** The unit's active assignment, or the stacked one brought up when it may be, is gone through. */
async function goThrough(scene: Scene, unit: string, assignment: string): Promise<void> {
  const { dice } = scene;
  const order = (command: UnitCommand) =>
    scene.send(dispatcherOf(scene), { stream: 'unit', id: unit, command });
  const held = await unitNow(scene, unit);
  if (held?.active?.assignment !== assignment)
    await order({ type: 'ActivateAssignment', data: { assignment } });
  for (const stage of stages) {
    if (stage !== 'cleared' && dice.chance(0.3)) continue;
    const crew = liaisonOf(scene, held?.facts?.department ?? '');
    const command = { type: 'RecordStage', data: { assignment, stage } } as const;
    await scene.send(crew, { stream: 'unit', id: unit, command });
  }
  if (dice.chance(0.05))
    await order({ type: 'RecordStage', data: { assignment, stage: 'enRoute' } });
}

/** Everything that this incident holds of a unit is gone through or called off. */
export async function useUnit(scene: Scene, unit: string): Promise<void> {
  const { id, dice } = scene;
  const state = await unitNow(scene, unit);
  const own = [state?.active, ...(state?.stacked ?? [])].filter((one) => one?.incident === id);
  for (const held of own) {
    if (!held) continue;
    const { assignment } = held;
    if (held.stage !== 'stacked' && !dice.chance(0.08)) {
      await goThrough(scene, unit, assignment);
      continue;
    }
    if (dice.chance(0.5)) await goThrough(scene, unit, assignment);
    const data = { assignment, reason: 'No longer needed' };
    const target = {
      stream: 'unit',
      id: unit,
      command: { type: 'CancelAssignment', data },
    } as const;
    await scene.send(dispatcherOf(scene), target);
  }
}
