import { randomUUID } from 'node:crypto';
import { type Figure, percentile, timeFigure } from '../figures.ts';
import { HttpConnection } from '../http/connection.ts';
import { acceptedRevision, acceptTaskRequest, addNoteRequest } from '../http/mutation.ts';
import type { Run } from '../options.ts';
import { type EventStoreNode, startNode } from '../parts/eventStore.ts';
import { temporaryFolder } from '../parts/folder.ts';
import { type Gateway, startGateway } from '../parts/gateway.ts';
import { startDatabases } from '../parts/postgres.ts';
import { projected, startProjections } from '../parts/projections.ts';
import { alternate } from '../rounds.ts';
import type { Scope } from '../scope.ts';
import { type Board, openBoard } from '../socket/board.ts';
import { type Echo, openEcho } from '../socket/echo.ts';
import { appoint } from '../world/appoint.ts';
import { appendNote, openBareStreams } from '../world/bareStreams.ts';
import { foundCity } from '../world/found.ts';
import { begin } from '../world/incidentStory.ts';
import { appendRecorded, Recording } from '../world/record.ts';

export const deliveryLines = [
  'command sent to row on another socket, p50',
  'command sent to row on another socket, p99',
] as const;

/** Commands on one incident: a note, the acceptance of a task, two notes. */
const commandsEach = 4;

interface Begun {
  readonly id: string;
  /** The fire department's. */
  readonly task: string;
}

async function beginIncidents(
  { client }: EventStoreNode,
  count: number,
): Promise<readonly Begun[]> {
  const one = async (number: number): Promise<Begun> => {
    const id = randomUUID();
    const recording = new Recording(`incident-${id}`);
    const tasks = begin(recording, id, number);
    await appendRecorded(client, recording);
    const task = tasks.find(({ department }) => department === 'fire')?.task;
    if (task === undefined) throw new Error('the fire department has no task');
    return { id, task };
  };
  return Promise.all(Array.from({ length: count }, (_, at) => one(at + 1)));
}

/** One command after the other, each until its row is on the board. Milliseconds. */
async function deliver(
  { port, token }: Gateway,
  board: Board,
  incidents: readonly Begun[],
): Promise<number[]> {
  const connection = await HttpConnection.open(port);
  const times: number[] = [];
  try {
    for (const { id, task } of incidents) {
      for (let turn = 0; turn < commandsEach; turn += 1) {
        const request = turn === 1 ? acceptTaskRequest(token, id, task) : addNoteRequest(token, id);
        const begun = performance.now();
        const body = await connection.send(request);
        const revision = acceptedRevision(body);
        if (revision === undefined) throw new Error(`a mutation was not accepted: ${body}`);
        times.push((await board.arrival(id, revision)) - begun);
      }
    }
  } finally {
    connection.close();
  }
  return times;
}

/** The bare append of a note and the bare echo of a message, one after the other. Milliseconds. */
async function appendAndEcho(
  { client }: EventStoreNode,
  echo: Echo,
  samples: number,
  bytes: number,
): Promise<number[]> {
  const streams = await openBareStreams(client, samples / commandsEach, commandsEach);
  const times: number[] = [];
  for (const stream of streams) {
    for (let turn = 0; turn < commandsEach; turn += 1) {
      const begun = performance.now();
      await appendNote(client, stream, turn);
      await echo.roundTrip(bytes);
      times.push(performance.now() - begun);
    }
  }
  return times;
}

const percentiles = (times: readonly number[]) => ({
  p50: percentile(times, 0.5),
  p99: percentile(times, 0.99),
});

/** From a command's sending to its row at another console, against the bare ways beneath it. */
export async function measureDelivery(scope: Scope, run: Run): Promise<readonly Figure[]> {
  const folder = await temporaryFolder(scope);
  const node = await startNode(scope, folder);
  await foundCity(node.store);
  await appoint(node.store);
  const database = await (await startDatabases(scope, folder)).database('delivery');
  const runner = startProjections(scope, folder, node.connectionString, database);
  // Only right after an event of Tocsin: the projections don't hear of the bare streams' events.
  const caughtUp = async (): Promise<void> => {
    const end = await node.store.lastPosition();
    if (end === undefined) throw new Error('the log is empty');
    await projected(database, runner, end, ['boards', 'policies']);
  };
  await caughtUp();
  const gateway = await startGateway(scope, folder, node.connectionString, database);
  const board = await openBoard(scope, gateway);
  const echo = await openEcho(scope);
  const samples = run.count(1_000, 200);
  const delivered = async () => {
    const incidents = await beginIncidents(node, samples / commandsEach);
    await caughtUp();
    return percentiles(await deliver(gateway, board, incidents));
  };
  const bare = async () =>
    percentiles(await appendAndEcho(node, echo, samples, board.messageBytes));
  await delivered();
  await bare();
  run.say(`${samples} a round; a message with a row: ${board.messageBytes} bytes`);
  const { first, second } = await alternate(
    run.count(5, 3),
    { name: 'command to row', measure: delivered },
    { name: 'bare append and echo', measure: bare },
    (name, { p50, p99 }) => run.say(`${name}: p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms`),
  );
  const figures = ([line, goal]: readonly [string, number | null], of: 'p50' | 'p99') =>
    timeFigure(
      line,
      first.map((round) => round[of]),
      second.map((round) => round[of]),
      goal,
    );
  return [figures([deliveryLines[0], null], 'p50'), figures([deliveryLines[1], 5], 'p99')];
}
