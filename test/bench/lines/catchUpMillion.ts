import { type Figure, memoryGrowthFigure, rateFigure } from '../figures.ts';
import type { Run } from '../options.ts';
import { type CaughtUp, catchUp, readLog } from '../parts/catchingUp.ts';
import { temporaryFolder } from '../parts/folder.ts';
import { startDatabases } from '../parts/postgres.ts';
import { alternate } from '../rounds.ts';
import type { Scope } from '../scope.ts';
import { filledLog } from '../world/filledLog.ts';

export const catchUpMillionLines = [
  'projections catch up with 1,000,000 events',
  'their memory at the end, against a quarter of the way',
] as const;

/** Said of a runner: its pace in each quarter, and its memory at the end of each. */
function told({ quarters }: CaughtUp, events: number): string {
  return quarters
    .map(({ ms, resident }, at) => {
      const rate = (events / 4 / (ms - (quarters[at - 1]?.ms ?? 0))) * 1000;
      const megabytes = Math.round(resident / 1e6);
      return `${25 * (at + 1)} %: ${Math.round(rate).toLocaleString('en')}/s, ${megabytes} MB`;
    })
    .join('; ');
}

/** As `catch-up`, with a log long enough to show what grows with it. */
export async function measureCatchUpMillion(scope: Scope, run: Run): Promise<readonly Figure[]> {
  const { node, events, end } = await filledLog(run, run.count(1_000_000, 20_000));
  const folder = await temporaryFolder(scope);
  const server = await startDatabases(scope, folder);
  const log = { connectionString: node.connectionString, events, end };
  const rounds: CaughtUp[] = [];
  const project = async (): Promise<number> => {
    const round = await catchUp(scope, folder, server, log);
    rounds.push(round);
    run.say(told(round, events));
    return round.rate;
  };
  const { first, second } = await alternate(
    run.count(3, 2),
    { name: 'projections', measure: project },
    { name: 'bare client', measure: () => readLog(scope, log) },
    run.sayRate,
  );
  const residents = (quarter: number): number[] =>
    rounds.map(({ quarters }) => quarters[quarter]?.resident ?? 0);
  return [
    rateFigure(catchUpMillionLines[0], 'events/s', first, second, 0.5),
    memoryGrowthFigure(catchUpMillionLines[1], residents(3), residents(0), 1.2),
  ];
}
