import { type Figure, percentile, rateFigure, timeFigure } from '../figures.ts';
import { boardRequest } from '../http/boardQuery.ts';
import { HttpConnection } from '../http/connection.ts';
import type { Run } from '../options.ts';
import { temporaryFolder } from '../parts/folder.ts';
import { type Gateway, startGateway } from '../parts/gateway.ts';
import { type PostgresServer, startDatabases } from '../parts/postgres.ts';
import { projected, startProjections } from '../parts/projections.ts';
import { Scope } from '../scope.ts';
import { type FilledLog, filledLog } from '../world/filledLog.ts';
import { rateOfCommands } from './commands.ts';

export const flatnessLines = [
  'commands/s with 100,000 events behind them, against 10,000',
  'commands/s with 1,000,000 events behind them, against 10,000',
  'board query with 100,000 events behind it, p99, against 10,000',
  'board query with 1,000,000 events behind it, p99, against 10,000',
] as const;

/** A log, and a gateway on boards that contain it. */
interface World {
  readonly name: string;
  readonly log: FilledLog;
  readonly gateway: Gateway;
  readonly rates: number[];
  readonly p99s: number[];
}

/** The gateway on boards of what the log holds now; what is recorded later stays beside them. */
async function openWorld(
  scope: Scope,
  run: Run,
  server: PostgresServer,
  wanted: number,
): Promise<World> {
  const name = wanted.toLocaleString('en');
  const log = await filledLog(run, wanted);
  const { connectionString } = log.node;
  const folder = await temporaryFolder(scope);
  const database = await server.database(`behind_${wanted}`);
  const filling = new Scope();
  scope.defer(() => filling.close());
  const runner = startProjections(filling, folder, connectionString, database);
  await projected(database, runner, log.end, ['boards']);
  await filling.close();
  const gateway = await startGateway(scope, folder, connectionString, database);
  run.say(`${name} events are on the boards`);
  return { name, log, gateway, rates: [], p99s: [] };
}

/** The board of the open incidents, asked for again and again on one connection. Milliseconds. */
async function queryTimes({ port, token }: Gateway, count: number): Promise<number[]> {
  const connection = await HttpConnection.open(port);
  const request = boardRequest(token);
  const times: number[] = [];
  try {
    for (let asked = 0; asked < count; asked += 1) {
      const begun = performance.now();
      await connection.send(request);
      times.push(performance.now() - begun);
    }
  } finally {
    connection.close();
  }
  return times;
}

/** Whether the pace of commands and of a board's query depends on how much has ever happened. */
export async function measureFlatness(scope: Scope, run: Run): Promise<readonly Figure[]> {
  const server = await startDatabases(scope, await temporaryFolder(scope));
  const sizes = run.quick ? [2_000, 5_000, 20_000] : [10_000, 100_000, 1_000_000];
  const worlds: World[] = [];
  for (const size of sizes) worlds.push(await openWorld(scope, run, server, size));
  const turns = run.count(128, 32);
  const queries = run.count(400, 50);
  for (const world of worlds) {
    await rateOfCommands(world.log.node, turns);
    await queryTimes(world.gateway, queries);
  }
  const rounds = run.count(7, 2);
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? worlds : [...worlds].reverse();
    for (const { name, log, gateway, rates, p99s } of order) {
      const rate = await rateOfCommands(log.node, turns);
      const p99 = percentile(await queryTimes(gateway, queries), 0.99);
      rates.push(rate);
      p99s.push(p99);
      run.say(
        `round ${round + 1} of ${rounds}, ${name}: ${Math.round(rate)} commands/s, query p99 ${p99.toFixed(1)} ms`,
      );
    }
  }
  const [small, middle, large] = worlds;
  if (!small || !middle || !large) throw new Error('there are three worlds');
  const pace = (line: string, of: World) =>
    rateFigure(line, 'commands/s', of.rates, small.rates, 0.8);
  const wait = (line: string, of: World) => timeFigure(line, of.p99s, small.p99s, 1.2);
  return [
    pace(flatnessLines[0], middle),
    pace(flatnessLines[1], large),
    wait(flatnessLines[2], middle),
    wait(flatnessLines[3], large),
  ];
}
