import { type Figure, percentile, timeFigure } from '../figures.ts';
import { HttpConnection } from '../http/connection.ts';
import { acceptedRevision, addNoteRequest } from '../http/mutation.ts';
import type { Run } from '../options.ts';
import { type EventStoreNode, startNode } from '../parts/eventStore.ts';
import { temporaryFolder } from '../parts/folder.ts';
import { type Gateway, startGateway } from '../parts/gateway.ts';
import { startDatabases } from '../parts/postgres.ts';
import { projected, startProjections } from '../parts/projections.ts';
import type { ScreenRecords } from '../parts/screenRecords.ts';
import type { Scope } from '../scope.ts';
import { type Broadcast, openBroadcast } from '../socket/broadcast.ts';
import { openScreens, type Screens } from '../socket/screens.ts';
import { appoint } from '../world/appoint.ts';
import { seat } from '../world/audience.ts';
import { appendNote, openBareStreams } from '../world/bareStreams.ts';
import { foundCity } from '../world/found.ts';
import { openIncidents } from '../world/incident.ts';
import { pace } from '../world/pace.ts';

export const lastScreenLines = [
  'command to the last of 500 screens at 100 commands/s, p50',
  'command to the last of 500 screens at 100 commands/s, p99',
] as const;

const commandsASecond = 100;
const screenCount = 500;
const incidents = 200;
const connections = 32;

/** When each command was sent, nanoseconds of the machine's clock, by the row it makes. */
type Sent = ReadonlyMap<string, bigint>;

/** From each command's sending to its row at the last screen, in milliseconds. */
function times(sent: Sent, { last }: ScreenRecords): number[] {
  return [...sent].flatMap(([row, at]) => {
    const arrived = last[row];
    // A row that changed again before it was sent comes with the later change.
    if (!arrived) return [];
    if (arrived.screens !== screenCount)
      throw new Error(`${row} came to ${arrived.screens} screens`);
    return Number(BigInt(arrived.at) - at) / 1e6;
  });
}

/** Notes on incidents in turn, each over one of a few kept connections. */
async function command(
  { port, token }: Gateway,
  screens: Screens,
  ids: readonly string[],
  seconds: number,
): Promise<number[]> {
  const free = await Promise.all(
    Array.from({ length: connections }, () => HttpConnection.open(port)),
  );
  const all = [...free];
  const sent = new Map<string, bigint>();
  await screens.begin();
  await pace(commandsASecond, seconds, async (number) => {
    const begun = process.hrtime.bigint();
    const id = ids[number % ids.length] ?? '';
    // In turn: the gateway closes one that is idle for seconds.
    const connection = free.shift() ?? (await HttpConnection.open(port));
    if (!all.includes(connection)) all.push(connection);
    const body = await connection.send(addNoteRequest(token, id));
    free.push(connection);
    const revision = acceptedRevision(body);
    if (revision === undefined) throw new Error(`a mutation was not accepted: ${body}`);
    sent.set(`${id}:${revision}`, begun);
  });
  await screens.settled();
  for (const connection of all) connection.close();
  const records = await screens.end();
  return times(sent, records);
}

/** The bare append, then a message of as many bytes to as many screens. */
async function append(
  { client }: EventStoreNode,
  broadcast: Broadcast,
  screens: Screens,
  { seconds, bytes }: { readonly seconds: number; readonly bytes: number },
): Promise<number[]> {
  const each = Math.ceil((commandsASecond * seconds) / incidents);
  const streams = await openBareStreams(client, incidents, each);
  const sent = new Map<string, bigint>();
  await screens.begin();
  await pace(commandsASecond, seconds, async (number) => {
    const begun = process.hrtime.bigint();
    const stream = streams[number % incidents];
    if (!stream) throw new Error('there is no such stream');
    await appendNote(client, stream, Math.floor(number / incidents));
    const changes = { rows: [{ id: 'bare', revision: String(number), text: 'x'.repeat(bytes) }] };
    sent.set(`bare:${number}`, begun);
    broadcast.send(JSON.stringify({ type: 'next', payload: { data: { changes } } }));
  });
  await screens.settled();
  const records = await screens.end();
  return times(sent, records);
}

/** From a command's sending to its row at the last of many screens, against the bare ways beneath it. */
export async function measureLastScreen(scope: Scope, run: Run): Promise<readonly Figure[]> {
  const folder = await temporaryFolder(scope);
  const node = await startNode(scope, folder);
  await foundCity(node.store);
  await appoint(node.store);
  const database = await (await startDatabases(scope, folder)).database('last_screen');
  const runner = startProjections(scope, folder, node.connectionString, database);
  const gateway = await startGateway(scope, folder, node.connectionString, database);
  const seats = await seat(node.store, gateway, [{ role: 'dispatcher', screens: screenCount }]);
  const ids = await openIncidents(node.store, incidents);
  const end = await node.store.lastPosition();
  if (end === undefined) throw new Error('the log is empty');
  await projected(database, runner, end, ['boards', 'policies']);
  const screens = await openScreens(scope, seats);
  const broadcast = await openBroadcast(scope);
  const bare = seats.map(() => ({ group: 'screens', url: broadcast.address('screens') }));
  const bareScreens = await openScreens(scope, bare);
  run.say(`${screenCount} screens are open`);
  await command(gateway, screens, ids, 3);
  const seconds = run.count(60, 8);
  const ours = await command(gateway, screens, ids, seconds);
  const least = await append(node, broadcast, bareScreens, { seconds, bytes: 500 });
  const [p50, p99] = [0.5, 0.99].map((p) => [percentile(ours, p), percentile(least, p)]);
  for (const [value = 0, limit = 0] of [p50 ?? [], p99 ?? []])
    run.say(`command to last screen ${value.toFixed(2)} ms, bare ${limit.toFixed(2)} ms`);
  return [
    timeFigure(lastScreenLines[0], [p50?.[0] ?? 0], [p50?.[1] ?? 0], null),
    timeFigure(lastScreenLines[1], [p99?.[0] ?? 0], [p99?.[1] ?? 0], 4),
  ];
}
