import type { Figure } from './figures.ts';
import { machine } from './head.ts';
import { asOfLine, measureAsOf } from './lines/asOf.ts';
import { boardLines, measureBoard } from './lines/board.ts';
import { catchUpLine, measureCatchUp } from './lines/catchUp.ts';
import { catchUpMillionLines, measureCatchUpMillion } from './lines/catchUpMillion.ts';
import { commandsLine, measureCommands } from './lines/commands.ts';
import { consoleMemoryLine, measureConsoleMemory } from './lines/consoleMemory.ts';
import { deliveryLines, measureDelivery } from './lines/delivery.ts';
import { exportLines, measureExport } from './lines/export.ts';
import { fanOutLine, fanOutMixedLine, measureFanOut, measureFanOutMixed } from './lines/fanOut.ts';
import { firstViewLines, measureFirstView } from './lines/firstView.ts';
import { flatnessLines, measureFlatness } from './lines/flatness.ts';
import { hotIncidentLine, measureHotIncident } from './lines/hotIncident.ts';
import { intervalsLines, measureIntervals } from './lines/intervals.ts';
import { keyLines, measureKey } from './lines/key.ts';
import { lastScreenLines, measureLastScreen } from './lines/lastScreen.ts';
import { longIncidentLine, measureLongIncident } from './lines/longIncident.ts';
import { mapLines, measureMap } from './lines/map.ts';
import { measureMemory, memoryLines } from './lines/memory.ts';
import { measureMutations, mutationsLine } from './lines/mutations.ts';
import { measureReplay, replayLine } from './lines/replay.ts';
import { measureResume, resumeLines } from './lines/resume.ts';
import { measureVerify, verifyLine } from './lines/verify.ts';
import type { LineName, Options, Run } from './options.ts';
import { Scope } from './scope.ts';
import { keep, table } from './table.ts';

type Measure = (scope: Scope, run: Run) => Promise<readonly Figure[]>;

const measures: Record<LineName, Measure> = {
  commands: measureCommands,
  'hot-incident': measureHotIncident,
  'long-incident': measureLongIncident,
  replay: measureReplay,
  mutations: measureMutations,
  'catch-up': measureCatchUp,
  'catch-up-million': measureCatchUpMillion,
  flatness: measureFlatness,
  'as-of': measureAsOf,
  delivery: measureDelivery,
  'fan-out': measureFanOut,
  'fan-out-mixed': measureFanOutMixed,
  'last-screen': measureLastScreen,
  resume: measureResume,
  memory: measureMemory,
  intervals: measureIntervals,
  verify: measureVerify,
  export: measureExport,
  board: measureBoard,
  map: measureMap,
  'first-view': measureFirstView,
  key: measureKey,
  'console-memory': measureConsoleMemory,
};
const order = [
  commandsLine,
  hotIncidentLine,
  longIncidentLine,
  replayLine,
  mutationsLine,
  catchUpLine,
  ...catchUpMillionLines,
  ...flatnessLines,
  asOfLine,
  ...deliveryLines,
  fanOutLine,
  fanOutMixedLine,
  ...lastScreenLines,
  ...resumeLines,
  ...memoryLines,
  ...intervalsLines,
  verifyLine,
  ...exportLines,
  ...boardLines,
  ...mapLines,
  ...firstViewLines,
  ...keyLines,
  consoleMemoryLine,
];

const options = JSON.parse(process.argv[2] ?? '{}') as Options;
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const whole = new Scope();
const sharedThings = new Map<string, Promise<unknown>>();
const run: Run = {
  shared<T>(name: string, make: (scope: Scope) => Promise<T>): Promise<T> {
    const made = sharedThings.get(name) ?? make(whole);
    sharedThings.set(name, made);
    // Whoever shares a name shares what is made under it.
    return made as Promise<T>;
  },
  quick: options.quick,
  sfFire: options.sfFire,
  count: (full, quick) => (options.quick ? quick : full),
  say: (text) => say(`  ${text}`),
  sayRate: (what, perSecond) => say(`  ${what}: ${Math.round(perSecond).toLocaleString('en')}/s`),
};

let current = new Scope();
let ending = false;
/** Stops what runs now and leaves with that exit code. */
async function end(code: number): Promise<void> {
  if (ending) return;
  ending = true;
  say('\nStopping …');
  await current.close().catch(() => undefined);
  await whole.close().catch(() => undefined);
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => void end(130));
process.on('uncaughtException', (error) => {
  process.stderr.write(`${error.stack}\n`);
  void end(1);
});

/** The figures of one line; undefined when it failed, which it says. */
async function measure(name: LineName): Promise<readonly Figure[] | undefined> {
  say(`\n${name}`);
  current = new Scope();
  try {
    return await measures[name](current, run);
  } catch (error) {
    if (!ending)
      process.stderr.write(`${name} failed: ${error instanceof Error ? error.stack : error}\n`);
    return undefined;
  } finally {
    await current.close();
  }
}

const head = await machine();
say(`\n${head}${options.quick ? '\nQUICK: smaller counts, the figures are no measurement' : ''}`);
const figures: Figure[] = [];
let failed = false;
for (const name of options.only) {
  const measured = await measure(name);
  if (measured) figures.push(...measured);
  else failed = true;
}
await whole.close();
if (!ending) {
  say(`\n${head}\n\n${table(figures)}`);
  if (options.quick)
    say('\nQUICK: smaller counts, the figures are no measurement; nothing was written');
  else say(`\nWritten to ${await keep(figures, order)}`);
  process.exit(failed ? 1 : 0);
}
