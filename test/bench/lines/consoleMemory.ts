import { openConsoleWorld } from '../browser/consoleWorld.ts';
import { newDesk, openBrowser, openConsole } from '../browser/openBrowser.ts';
import { heapOf } from '../browser/watchPage.ts';
import { type Figure, memoryGrowthFigure } from '../figures.ts';
import type { Run } from '../options.ts';
import type { Scope } from '../scope.ts';
import { pace } from '../world/pace.ts';

export const consoleMemoryLine =
  'heap of a console after an hour of load, against its first minutes';

/** An hour of ten changes a second in a minute and a quarter. */
const changesASecond = 480;

/** What a dispatch view with an open incident keeps, at the beginning of a long shift and at its end. */
export async function measureConsoleMemory(scope: Scope, run: Run): Promise<readonly Figure[]> {
  const counts = { incidents: run.count(500, 100), units: run.count(300, 50) };
  const world = await openConsoleWorld(scope, run, counts);
  const browser = await openBrowser(scope);
  const context = await newDesk(browser, world);
  const page = await openConsole(context, world, 'dispatch', '[data-testid="queue"] [role=option]');
  let number = 0;
  const load = (seconds: number): Promise<void> =>
    pace(changesASecond, seconds, () =>
      number % 2 ? world.happen(number++) : world.move(number++),
    );
  await load(run.count(8, 3));
  const before = await heapOf(page);
  run.say(`${(before / 1e6).toFixed(1)} MB after ${number} changes`);
  await load(run.count(67, 5));
  const after = await heapOf(page);
  run.say(`${(after / 1e6).toFixed(1)} MB after ${number} changes`);
  return [memoryGrowthFigure(consoleMemoryLine, [after], [before], 1.1)];
}
