// A projection runner in a process of its own, by the day's clock, until it is killed or let go.
// Arguments: event store, database, the clock's file. Its log goes to standard output, at once.
import { openSync, readSync } from 'node:fs';
import { openStore } from '@tocsin/domain/store';
import { openPool, startRunner } from '@tocsin/projections';
import { pino } from 'pino';

const [eventStore, database, clockFile] = process.argv.slice(2);
const file = openSync(clockFile, 'r');
const time = new Float64Array(1);
const clock = () => {
  readSync(file, time, 0, time.byteLength, 0);
  return new Date(time[0]);
};

const logger = pino({ level: 'info' }, pino.destination({ fd: 1, sync: true }));
const store = await openStore(eventStore, { clock, readFirst: true, cachedStreams: 500 });
const pool = openPool({ connectionString: database });
const runner = await startRunner({ store, pool, logger, clock });

process.once('disconnect', async () => {
  await runner.stop();
  await pool.end();
  await store.close();
});
process.send('ready');
