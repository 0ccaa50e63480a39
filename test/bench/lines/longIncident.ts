import { openStore } from '@tocsin/domain/store';
import { type Figure, rateFigure } from '../figures.ts';
import type { Run } from '../options.ts';
import { type EventStoreNode, startNode } from '../parts/eventStore.ts';
import { temporaryFolder } from '../parts/folder.ts';
import { alternate } from '../rounds.ts';
import type { Scope } from '../scope.ts';
import { foundCity } from '../world/found.ts';
import { eventCount, tellLongIncident } from '../world/longIncident.ts';

export const longIncidentLine = 'load an incident of 5,000 events against reading its stream';

/** A store that has nothing at hand loads the incident. Events a second. */
async function rateOfLoading(node: EventStoreNode, id: string, times: number): Promise<number> {
  let spent = 0;
  for (let turn = 0; turn < times; turn += 1) {
    const store = await openStore(node.connectionString);
    const begun = performance.now();
    const read = await store.readIncident(id);
    spent += performance.now() - begun;
    await store.close();
    if (Number(read?.revision) !== eventCount - 1) throw new Error('the incident is not whole');
  }
  return (eventCount * times * 1000) / spent;
}

/** The bare client reads the same stream on a connection as new. Events a second. */
async function rateOfReading(node: EventStoreNode, id: string, times: number): Promise<number> {
  let spent = 0;
  for (let turn = 0; turn < times; turn += 1) {
    const { client, close } = await node.another();
    const begun = performance.now();
    let count = 0;
    for await (const { event } of client.readStream(`incident-${id}`)) if (event) count += 1;
    spent += performance.now() - begun;
    await close();
    if (count !== eventCount) throw new Error('the stream is not whole');
  }
  return (eventCount * times * 1000) / spent;
}

export async function measureLongIncident(scope: Scope, run: Run): Promise<readonly Figure[]> {
  const node = await startNode(scope, await temporaryFolder(scope));
  await foundCity(node.store);
  const id = await tellLongIncident(node);
  const times = run.count(5, 2);
  const loading = () => rateOfLoading(node, id, times);
  const reading = () => rateOfReading(node, id, times);
  await reading();
  await loading();
  const { first, second } = await alternate(
    run.count(7, 3),
    { name: 'load the incident', measure: loading },
    { name: 'read the stream', measure: reading },
    run.sayRate,
  );
  return [rateFigure(longIncidentLine, 'events/s', first, second, 0.6)];
}
