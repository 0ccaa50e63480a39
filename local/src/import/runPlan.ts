import type { Store } from '@tocsin/domain/store';
import { stepsAlreadyThere } from './alreadyThere.ts';
import { carryOut } from './carryOut.ts';
import { openDesk } from './desk.ts';
import { commandIdOf, incidentIdOf } from './ids.ts';
import { pace } from './pace.ts';
import { type PersistOptions, persistence } from './persist.ts';
import type { Plan, Step } from './plan.ts';
import { schedule } from './schedule.ts';
import { sfFireCity } from './sfFireCity.ts';
import { importActor } from './sfFireCommands.ts';
import { sfCity } from './sfFireGround.ts';
import { unitIdOf } from './sfFireUnit.ts';
import type { Tally } from './tally.ts';

export interface RunOptions extends PersistOptions {
  readonly store: Store;
  readonly plan: Plan;
  /** Counts what is done, as it is done; `steps` of all the plan's steps. */
  readonly tally: Tally;
  readonly inFlight: number;
  /** How many times as fast as it happened; Infinity: as fast as it goes. */
  readonly speed: number;
  /** Ends the run early: what is in flight is finished. */
  readonly signal: AbortSignal;
  /** The city is known: told before it is looked up what an earlier run has done. */
  readonly onCheck?: () => void;
  readonly onProgress?: () => void;
}

/** The keys that keep a step's order: what its unit and its call have gone through before. */
export function keysOf(step: Step): readonly string[] {
  if (step.kind === 'enlist') return [unitIdOf(step.unit.callSign)];
  const call = incidentIdOf(step.call.number);
  return step.kind === 'assignment' ? [call, unitIdOf(step.step.row.unit)] : [call];
}

/** Makes the city known, or extends it; true if there was nothing of it before. */
async function adoptCity(
  store: Store,
  { calls }: Plan,
  tally: Tally,
  persist: ReturnType<typeof persistence>,
): Promise<boolean> {
  const known = await persist(() => store.readCity(sfCity));
  const data = sfFireCity(
    calls.map(({ row }) => row),
    known,
  );
  const meta = { commandId: commandIdOf('city', JSON.stringify(data)), actor: importActor };
  const outcome = await persist(() => store.city(sfCity, { type: 'AdoptProfile', data }, meta));
  tally.commands += 1;
  if (outcome.kind === 'rejected') tally.rejected.push({ line: 1, rejection: outcome.rejection });
  if (outcome.kind === 'accepted' && !outcome.repeated) tally.events += outcome.events;
  return known === undefined;
}

/** What an earlier run has done, counted as it is found; again from none after an outage. */
function lookForSteps(
  { store, plan, tally, inFlight, signal, onCheck, onProgress }: RunOptions,
  persist: ReturnType<typeof persistence>,
): Promise<ReadonlySet<Step>> {
  onCheck?.();
  return persist(() => {
    tally.steps = 0;
    tally.already = 0;
    const onFound = (steps: number) => {
      tally.steps += steps;
      tally.already += steps;
      onProgress?.();
    };
    return stepsAlreadyThere(store, plan, { inFlight, signal, onFound });
  });
}

/**
 * Brings the plan into the log. Safe to run again, and after a kill: all ids follow from the
 * source's own numbers, and what is there already is left alone. Throws `StoreGone` when the store
 * stays away longer than `patience`.
 */
export async function runPlan(options: RunOptions): Promise<void> {
  const { store, plan, tally, inFlight, speed, signal, onProgress } = options;
  const persist = persistence(options);
  const fresh = await adoptCity(store, plan, tally, persist);
  const there = fresh ? new Set<Step>() : await lookForSteps(options, persist);
  const steps = plan.steps.filter((step) => !there.has(step));
  const city = await persist(() => store.readCity(sfCity));
  const carry = carryOut(openDesk({ store, tally, persist }), plan, city);
  const failed = new AbortController();
  const either = AbortSignal.any([signal, failed.signal]);
  await schedule(Number.isFinite(speed) ? pace(steps, speed, either) : steps, {
    keysOf,
    inFlight,
    signal: either,
    run: async (step) => {
      try {
        await carry(step);
        onProgress?.();
      } catch (error) {
        failed.abort();
        throw error;
      }
    },
  });
  for (const call of plan.calls)
    if (call.cleared === undefined) tally.leftOpen.set(call.number, 'noAvailableTime');
}
