import { type Figure, timeFigure } from '../figures.ts';
import { boardOf } from '../http/boardQuery.ts';
import { HttpConnection } from '../http/connection.ts';
import type { Run } from '../options.ts';
import { temporaryFolder } from '../parts/folder.ts';
import { startGateway } from '../parts/gateway.ts';
import { startDatabases } from '../parts/postgres.ts';
import { projected, startProjections } from '../parts/projections.ts';
import { alternate } from '../rounds.ts';
import { Scope } from '../scope.ts';
import { filledLog } from '../world/filledLog.ts';

export const asOfLine = 'board of 2,000 rows as of mid-log of 1,000,000 events, against now';

interface Answer {
  readonly data?: { readonly incidents: { readonly rows: readonly unknown[] } };
}

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;

/** The incident board as it stood in the middle of a long log, against the same board now. */
export async function measureAsOf(scope: Scope, run: Run): Promise<readonly Figure[]> {
  const open = run.count(2_000, 200);
  const { node, end } = await filledLog(run, run.count(1_000_000, 20_000), open);
  const folder = await temporaryFolder(scope);
  const database = await (await startDatabases(scope, folder)).database('as_of');
  const filling = new Scope();
  scope.defer(() => filling.close());
  const runner = startProjections(filling, folder, node.connectionString, database);
  await projected(database, runner, end, ['boards']);
  await filling.close();
  const { port, token } = await startGateway(scope, folder, node.connectionString, database);
  const connection = await HttpConnection.open(port);
  scope.defer(async () => connection.close());

  const time = async (request: Buffer): Promise<number> => {
    const times: number[] = [];
    for (let asked = 0; asked < run.count(20, 5); asked += 1) {
      const begun = performance.now();
      const answer = JSON.parse(await connection.send(request)) as Answer;
      times.push(performance.now() - begun);
      const rows = answer.data?.incidents.rows.length;
      if (rows !== open) throw new Error(`the board has ${rows} rows instead of ${open}`);
    }
    return median(times);
  };
  const past = boardOf(token, open, String(end / 2n));
  const now = boardOf(token, open);
  await time(past);
  await time(now);
  const { first, second } = await alternate(
    run.count(5, 2),
    { name: 'as of', measure: () => time(past) },
    { name: 'now', measure: () => time(now) },
    (name, ms) => run.say(`${name}: ${ms.toFixed(1)} ms`),
  );
  return [timeFigure(asOfLine, first, second, 5)];
}
