import { EventStoreDBClient, START, streamNameFilter } from '@eventstore/db-client';
import { endWithBench, tell } from './ending.ts';

/** The bare client: subscribes to the log from its beginning and takes `count` events, once asked. */
const [connectionString, count] = process.argv.slice(2);
if (connectionString === undefined || count === undefined) throw new Error('what to read?');
const client = EventStoreDBClient.connectionString(connectionString);
endWithBench(() => client.dispose());

async function read(wanted: number): Promise<number> {
  const begun = performance.now();
  const subscription = client.subscribeToAll(
    {
      fromPosition: START,
      filter: streamNameFilter({ prefixes: ['incident-', 'unit-', 'city-', 'person-'] }),
    },
    { highWaterMark: 512 },
  );
  let seen = 0;
  for await (const { event } of subscription) {
    if (event) seen += 1;
    if (seen === wanted) break;
  }
  const took = performance.now() - begun;
  await subscription.unsubscribe();
  return took;
}

process.on('message', async () => tell(await read(Number(count))));
tell('ready');
