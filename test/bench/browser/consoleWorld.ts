import { randomUUID } from 'node:crypto';
import type { IncidentEvent } from '@tocsin/domain';
import type { Run } from '../options.ts';
import { type EventStoreNode, startNode } from '../parts/eventStore.ts';
import { temporaryFolder } from '../parts/folder.ts';
import { type Gateway, startGateway } from '../parts/gateway.ts';
import { startDatabases } from '../parts/postgres.ts';
import { projected, startProjections } from '../parts/projections.ts';
import type { Scope } from '../scope.ts';
import { appoint } from '../world/appoint.ts';
import { seat } from '../world/audience.ts';
import { foundCity } from '../world/found.ts';
import { noted, reported } from '../world/incident.ts';
import { appendRecorded, Recording } from '../world/record.ts';
import { tellUnit } from '../world/unitStory.ts';

/** A running system with a city at work in it, for a console to look at. */
export interface ConsoleWorld {
  readonly gateway: Gateway;
  /** Who looks: a dispatcher. */
  readonly account: string;
  /** One more thing happens to the incident of that place. */
  readonly happen: (number: number) => Promise<void>;
  /** The unit of that place goes on by a few dozen metres. */
  readonly move: (number: number) => Promise<void>;
}

const inFlight = 64;

const priorities = [1, 2, 3, 4] as const;
const judged = (number: number): IncidentEvent => ({
  type: 'IncidentJudged',
  data: { priority: priorities[number % 4] ?? 4, reason: 'The wind has turned' },
});

function tellIncident(number: number): Recording {
  const id = randomUUID();
  const recording = new Recording(`incident-${id}`);
  recording.add(reported(id, number + 1));
  // Of a busy board a few wait to be confirmed.
  if (number % 50 === 49) return recording;
  const priority = priorities[number % 4] ?? 4;
  const data = { type: 'gas-leak', class: 'accidentDisaster', grade: 3, priority } as const;
  recording.add({ type: 'IncidentConfirmed', data });
  return recording;
}

const positionOf = (number: number, step: number) => ({
  type: 'UnitPositionReported' as const,
  data: {
    lon: 113.005 + ((number * 7919) % 1900) / 1e4 + step / 2e4,
    lat: 28.005 + ((number * 104_729) % 1900) / 1e4 + (step % 3) / 2e4,
    at: new Date().toISOString(),
  },
});

async function appendAll({ client }: EventStoreNode, all: readonly Recording[]): Promise<void> {
  const waiting = [...all];
  const worker = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) await appendRecorded(client, next);
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
}

/** Starts the system, fills its log with so many incidents and units, and waits for the boards. */
export async function openConsoleWorld(
  scope: Scope,
  run: Run,
  { incidents, units }: { readonly incidents: number; readonly units: number },
): Promise<ConsoleWorld> {
  const folder = await temporaryFolder(scope);
  const node = await startNode(scope, folder);
  await foundCity(node.store);
  await appoint(node.store);
  const database = await (await startDatabases(scope, folder)).database('console');
  const runner = startProjections(scope, folder, node.connectionString, database);
  const gateway = await startGateway(scope, folder, node.connectionString, database);
  await seat(node.store, gateway, [{ role: 'dispatcher', screens: 1 }]);
  const told = Array.from({ length: incidents }, (_, number) => tellIncident(number));
  const crews = Array.from({ length: units }, (_, number) => {
    const { recording } = tellUnit(number + 1);
    recording.add(positionOf(number, 0));
    return recording;
  });
  await appendAll(node, [...told, ...crews]);
  const end = await node.store.lastPosition();
  if (end === undefined) throw new Error('the log is empty');
  await projected(database, runner, end, ['boards', 'policies']);
  run.say(`${incidents} incidents and ${units} units are on the boards`);

  // What happens to one stream happens one after the other.
  const last = new Map<Recording, Promise<unknown>>();
  const next = (recording: Recording | undefined, add: (to: Recording) => void): Promise<void> => {
    if (!recording) throw new Error('there is no such stream');
    const turn = (last.get(recording) ?? Promise.resolve()).then(async () => {
      add(recording);
      await appendRecorded(node.client, recording);
    });
    last.set(recording, turn);
    return turn;
  };
  return {
    gateway,
    account: 'dispatcher-0',
    happen: (number) =>
      next(told[number % incidents], (to) => {
        const moves = number % 10 === 0 && to.length > 1;
        to.add(moves ? judged(Math.floor(number / 10)) : noted());
      }),
    move: (number) =>
      next(crews[number % units], (to) => to.add(positionOf(number % units, to.length))),
  };
}
