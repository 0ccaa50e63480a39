import type { Figure } from '../figures.ts';
import { rateFigure } from '../figures.ts';
import type { Run } from '../options.ts';
import { type EventStoreNode, startNode } from '../parts/eventStore.ts';
import { temporaryFolder } from '../parts/folder.ts';
import { alternate, inFlight, rateInFlight } from '../rounds.ts';
import type { Scope } from '../scope.ts';
import { appendNote, openBareStreams } from '../world/bareStreams.ts';
import { foundCity } from '../world/found.ts';
import { note, openIncidents } from '../world/incident.ts';
import { assertAccepted, commandMeta } from '../world/person.ts';
import { itemOf, streamCount, streamsEach } from '../world/shape.ts';
import { storedSizes } from '../world/sizes.ts';

export const commandsLine = 'handleCommand, warm incidents, 64 in flight';

/** Notes on warm incidents through the store: new incidents each round. The rate a second. */
export async function rateOfCommands(
  { store }: EventStoreNode,
  turns: number,
  told: (id: string) => void = () => {},
): Promise<number> {
  const incidents = await openIncidents(store, streamCount);
  const orders = Array.from({ length: inFlight * turns }, () => ({
    command: note(),
    meta: commandMeta(),
  }));
  const rate = await rateInFlight(turns, async (worker, turn) => {
    const order = orders[worker * turns + turn];
    if (!order) throw new Error('there are fewer commands than turns');
    const id = itemOf(incidents, worker, turn);
    assertAccepted(await store.incident(id, order.command, order.meta));
  });
  told(incidents[0] ?? '');
  return rate;
}

/** The same events, made ready before, through the bare client. The rate a second. */
async function rateOfAppends(
  { client }: EventStoreNode,
  turns: number,
  told: (stream: string) => void,
): Promise<number> {
  const streams = await openBareStreams(client, streamCount, Math.ceil(turns / streamsEach));
  const rate = await rateInFlight(turns, (worker, turn) =>
    appendNote(client, itemOf(streams, worker, turn), Math.floor(turn / streamsEach)),
  );
  told(streams[0]?.stream ?? '');
  return rate;
}

/** `handleCommand` against the bare client's append of the same events. */
export async function measureCommands(scope: Scope, run: Run): Promise<readonly Figure[]> {
  const node = await startNode(scope, await temporaryFolder(scope));
  await foundCity(node.store);
  const turns = run.count(256, 64);
  let incident = '';
  let stream = '';
  const commands = () => rateOfCommands(node, turns, (id) => (incident = `incident-${id}`));
  const appends = () => rateOfAppends(node, turns, (name) => (stream = name));
  await commands();
  await appends();
  run.say(
    `${turns * inFlight} a round; events by handleCommand: ${await storedSizes(node.client, incident)}`,
  );
  run.say(`events by the bare client: ${await storedSizes(node.client, stream)}`);
  const { first, second } = await alternate(
    run.count(7, 3),
    { name: 'handleCommand', measure: commands },
    { name: 'bare append', measure: appends },
    run.sayRate,
  );
  return [rateFigure(commandsLine, 'commands/s', first, second, 0.8)];
}
