import { demoSeed, demoUnits } from '@tocsin/local';
import type { DayClock } from './dayClock.ts';
import { openDesk, type Tally } from './desk.ts';
import { dice } from './random.ts';
import { sceneOf } from './scene.ts';
import { demoStaff } from './staff.ts';
import { story } from './story.ts';
import type { World } from './world.ts';

/** So many incidents are worked on at the same time. */
const atOnce = 16;
/** A runner crashes after so many incidents. */
const crashEvery = 100;

export interface DayOptions {
  readonly seed: number;
  readonly incidents: number;
}

/** Lets the day's incidents happen, with a runner torn away now and then; gives the tally of commands. */
export async function runDay(
  { stores, city, crash }: World,
  clock: DayClock,
  { seed, incidents }: DayOptions,
): Promise<Tally> {
  const tally: Tally = new Map();
  const staff = demoStaff();
  const units = demoUnits(demoSeed);
  const draw = dice(seed);
  const ids = Array.from({ length: incidents }, () => draw.uuid());
  const left = ids.entries();
  const worker = async (): Promise<void> => {
    for (const [index, id] of left) {
      const desk = openDesk(stores, clock, dice(seed * 7919 + index), tally);
      await story(sceneOf(desk, { id, city, staff, units, others: ids }));
      if (index % crashEvery === crashEvery - 1) await crash();
    }
  };
  let working = true;
  // Where somebody waits for a time to come, the day goes faster.
  const idle = setInterval(() => {
    if (working && clock.waiting() > 0) clock.leap(1_000);
  }, 5);
  try {
    await Promise.all(Array.from({ length: Math.min(atOnce, incidents) }, worker));
  } finally {
    working = false;
    clearInterval(idle);
  }
  return tally;
}
