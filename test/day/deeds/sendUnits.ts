import {
  type Considered,
  type Incident,
  recommend,
  recommendationRule,
  type Stage,
  type Unit,
  type UnitCommand,
  unitsUnder,
} from '@tocsin/domain';
import { dispatcherOf, liaisonOf, type Scene } from '../scene.ts';

const stages: readonly Exclude<Stage, 'dispatched'>[] = [
  'enRoute',
  'onScene',
  'transporting',
  'atDestination',
  'cleared',
];
/** Of a long list so many are looked at. */
const mostConsidered = 2;

const unitNow = async (scene: Scene, unit: string): Promise<Unit | undefined> =>
  (await scene.store().readUnit(unit))?.state;

interface Wanted {
  readonly capability: string;
  readonly request?: string;
}

/** The nearest of some units that have what is wanted, or of the first; as a console shows them. */
async function consider(
  scene: Scene,
  { place }: Incident,
  { capability }: Wanted,
  first: boolean,
): Promise<readonly Considered[]> {
  const { city, clock, dice, units } = scene;
  const able = units.filter((unit) => unit.capabilities.includes(capability));
  const others = Math.max(0, able.length - mostConsidered);
  const from = first || others === 0 ? 0 : dice.below(others);
  const seen = able.slice(from, from + mostConsidered).map(async (facts) => {
    const now = await unitNow(scene, facts.unit);
    return { ...facts, onDuty: false, stacked: [], ...now, id: facts.unit };
  });
  const { lon, lat } = place;
  const at = lon === undefined || lat === undefined ? undefined : { lon, lat };
  const now = clock.now().toISOString();
  return recommend(await Promise.all(seen), { capability, count: 1 }, at, now, city.rules);
}

/** The first of the list goes, or another one with a reason; two dispatchers may want it at once. */
async function send(scene: Scene, incident: Incident, wanted: Wanted): Promise<string | undefined> {
  const { dice, race, id } = scene;
  // Who stacks wants the same few, which are busy.
  const stack = dice.chance(0.25);
  const considered = await consider(scene, incident, wanted, stack);
  const picked = stack || dice.chance(0.2) ? considered.at(-1) : considered[0];
  if (!picked) return undefined;
  const chosen = considered.filter(({ reason }) => reason === 'chosen').map(({ unit }) => unit);
  const { capability, request } = wanted;
  const shown = {
    rule: recommendationRule,
    capability,
    rank: considered.indexOf(picked) + 1,
    chosen,
    considered: considered.map(({ unit, callSign, seconds, reason }) => ({
      unit,
      callSign,
      reason,
      ...(seconds === undefined ? {} : { seconds }),
    })),
  };
  await race(
    () =>
      scene.send(dispatcherOf(scene), {
        stream: 'unit',
        id: picked.unit,
        command: {
          type: 'DispatchUnit',
          data: {
            assignment: dice.uuid(),
            incident: id,
            recommendation: shown,
            fromReserve: dice.chance(0.5),
            ...(chosen.includes(picked.unit) ? {} : { reason: 'It knows the house' }),
            ...(request === undefined ? {} : { request }),
            ...(stack ? { stack } : {}),
          },
        },
      }),
    0.2,
  );
  return picked.unit;
}

/** Sends units without asking who else does: the unit's own stream decides the race. */
export async function sendUnits(scene: Scene): Promise<readonly string[]> {
  const { city, dice } = scene;
  const incident = await scene.look();
  const missing = [...incident.unitRequests.values()].flatMap((asked): Wanted[] => {
    const { request, capability, count, withdrawn } = asked;
    const left = withdrawn ? 0 : count - unitsUnder(incident, request).length;
    return Array.from({ length: Math.max(0, left) }, () => ({ capability, request }));
  });
  const capability = dice.one([...city.capabilities.keys()]);
  const wanted = [...missing.slice(0, 2), ...(dice.chance(0.3) ? [{ capability }] : [])];
  const sent = await Promise.all(
    wanted.map((one, at) => send(scene.beside(`unit ${at}`), incident, one)),
  );
  return [...new Set(sent)].filter((unit) => unit !== undefined);
}

/** On scene it is asked whether all are well [PAR]; most answer, some too late. */
async function account(scene: Scene, assignment: string, unit: string): Promise<void> {
  const { city, clock, dice, race } = scene;
  const { everySeconds, graceSeconds } = city.rules.par;
  const silence = dice.chance(0.4) ? graceSeconds * 3 : 0;
  await clock.until(clock.now().getTime() + (everySeconds + silence) * 1000);
  const data = { assignment, persons: dice.below(6) + 1 };
  await race(() =>
    scene.send(dispatcherOf(scene), {
      stream: 'unit',
      id: unit,
      command: { type: 'ConfirmPar', data },
    }),
  );
}

/** The unit's active assignment, or the stacked one brought up when it may be, is gone through. */
async function goThrough(scene: Scene, unit: string, assignment: string): Promise<void> {
  const { dice, race } = scene;
  const order = (command: UnitCommand) =>
    scene.send(dispatcherOf(scene), { stream: 'unit', id: unit, command });
  const held = await unitNow(scene, unit);
  if (held?.active?.assignment !== assignment)
    await race(() => order({ type: 'ActivateAssignment', data: { assignment } }));
  for (const stage of stages) {
    if (stage !== 'cleared' && dice.chance(0.35)) continue;
    const crew = liaisonOf(scene, held?.facts?.department ?? '');
    const command = { type: 'RecordStage', data: { assignment, stage } } as const;
    await race(() => scene.send(crew, { stream: 'unit', id: unit, command }), 0.05);
    if (stage === 'onScene' && dice.chance(0.05)) await account(scene, assignment, unit);
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
    if (dice.chance(0.7)) {
      await scene.see(async () => (await unitNow(scene, unit))?.active === undefined);
      await goThrough(scene, unit, assignment);
    }
    const data = { assignment, reason: 'No longer needed' };
    const target = {
      stream: 'unit',
      id: unit,
      command: { type: 'CancelAssignment', data },
    } as const;
    await scene.send(dispatcherOf(scene), target);
  }
}
