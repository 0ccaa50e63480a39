import { revision } from '@tocsin/domain';
import { type Figure, timeFigure } from '../figures.ts';
import type { Run } from '../options.ts';
import { type EventStoreNode, startNode } from '../parts/eventStore.ts';
import { temporaryFolder } from '../parts/folder.ts';
import { alternate } from '../rounds.ts';
import type { Scope } from '../scope.ts';
import { foundCity } from '../world/found.ts';
import { eventCount, tellLongIncident } from '../world/longIncident.ts';
import { seeded } from '../world/random.ts';

export const replayLine =
  'state at a random revision of an incident of 5,000 events against reading its stream once';

/** The incident as it stood at random revisions, each folded anew. Milliseconds a revision. */
async function timeOfState(
  { store }: EventStoreNode,
  id: string,
  revisions: readonly number[],
): Promise<number> {
  const begun = performance.now();
  for (const at of revisions) {
    const read = await store.readIncident(id, revision(at));
    if (Number(read?.revision) !== at)
      throw new Error(`the incident is not that of revision ${at}`);
  }
  return (performance.now() - begun) / revisions.length;
}

/** The bare client reads the whole stream. Milliseconds a reading. */
async function timeOfReading({ client }: EventStoreNode, id: string, times: number) {
  const begun = performance.now();
  for (let turn = 0; turn < times; turn += 1) {
    let count = 0;
    for await (const { event } of client.readStream(`incident-${id}`)) if (event) count += 1;
    if (count !== eventCount) throw new Error('the stream is not whole');
  }
  return (performance.now() - begun) / times;
}

export async function measureReplay(scope: Scope, run: Run): Promise<readonly Figure[]> {
  const node = await startNode(scope, await temporaryFolder(scope));
  await foundCity(node.store);
  const id = await tellLongIncident(node);
  const times = run.count(20, 3);
  const draw = seeded(5_000);
  const state = () =>
    timeOfState(
      node,
      id,
      Array.from({ length: times }, () => Math.floor(draw() * eventCount)),
    );
  const reading = () => timeOfReading(node, id, times);
  await reading();
  await state();
  const { first, second } = await alternate(
    run.count(7, 3),
    { name: 'state at a revision', measure: state },
    { name: 'read the stream', measure: reading },
    (name, ms) => run.say(`${name}: ${ms.toFixed(1)} ms`),
  );
  return [timeFigure(replayLine, first, second, 1.5)];
}
