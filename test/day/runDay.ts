import { isOpen } from '@tocsin/domain';
import { demoSeed, demoUnits } from '@tocsin/local';
import { end } from './deeds/end.ts';
import { openDesk, type Tally } from './desk.ts';
import { type Dice, dice } from './random.ts';
import { type Scene, sceneOf } from './scene.ts';
import { demoStaff } from './staff.ts';
import { isForgotten, story } from './story.ts';
import type { World } from './world.ts';

/** So many incidents are worked on at the same time. */
const atOnce = 120;
/** A runner is killed after as many milliseconds at least, and at most. */
const strikes = { least: 5_000, most: 20_000 };

export interface DayOptions {
  readonly seed: number;
  readonly incidents: number;
}

export interface Day {
  readonly tally: Tally;
  /** Incidents that nobody saw to any more. */
  readonly forgotten: readonly string[];
}

/** Kills runners until it is told that the day is over. */
async function strikeRunners({ runners }: World, dice: Dice, over: AbortSignal): Promise<void> {
  const ended = new Promise((wake) => over.addEventListener('abort', wake));
  while (!over.aborted) {
    const after = strikes.least + dice.below(strikes.most - strikes.least);
    let timer: NodeJS.Timeout | undefined;
    const pause = new Promise((wake) => {
      timer = setTimeout(wake, after);
    });
    await Promise.race([pause, ended]);
    clearTimeout(timer);
    if (!over.aborted) await runners.strike(dice);
  }
}

/** What was merged, and had to go on by itself when everybody had left it. */
async function endLate(scene: Scene): Promise<void> {
  if (!isForgotten(scene) && isOpen(await scene.look())) await end(scene.beside('end late'));
}

/** Lets the day's incidents happen, with runners killed now and then. */
export async function runDay(world: World, { seed, incidents }: DayOptions): Promise<Day> {
  const { clock, stores, city } = world;
  const tally: Tally = new Map();
  const staff = demoStaff();
  const units = demoUnits(demoSeed);
  const day = dice(seed);
  const all = Array.from({ length: incidents }, () => day.uuid());
  const scenes = all.map((id, index) => {
    const desk = openDesk(stores, clock, day.fork(`incident ${index}`), tally);
    return sceneOf(desk, { index, id, city, staff, units, all });
  });
  const left = scenes.values();
  const worker = async (): Promise<void> => {
    for (const scene of left) await story(scene);
  };
  const over = new AbortController();
  const struck = strikeRunners(world, day.fork('strikes'), over.signal);
  // Where somebody waits for a time to come, the day goes faster.
  const faster = setInterval(() => {
    if (clock.isAwaited()) clock.leap(2_000);
  }, 10);
  try {
    await Promise.all(Array.from({ length: Math.min(atOnce, incidents) }, worker));
    for (const scene of scenes) await endLate(scene);
  } finally {
    over.abort();
    clearInterval(faster);
    await struck;
  }
  return { tally, forgotten: scenes.filter(isForgotten).map(({ id }) => id) };
}
