// Reports incidents, each with its caller's name, several at once, until it is killed.
// Arguments: event store, data folder (of the keys), city.
import { randomUUID } from 'node:crypto';
import { openStore } from '@tocsin/domain/store';
import { openKeys } from '@tocsin/local';

const [eventStore, folder, city] = process.argv.slice(2);
const store = await openStore(eventStore, { keys: await openKeys(folder) });
const actor = { kind: 'person', id: 'dispatcher', name: 'D', role: 'dispatcher' };

async function report() {
  const incident = randomUUID();
  const data = {
    incident,
    city,
    report: randomUUID(),
    channel: 'phone',
    what: 'Smoke',
    place: { address: '1 River Road' },
    reporter: { name: `Caller of ${incident}` },
  };
  const command = { type: 'ReportIncident', data };
  const { kind } = await store.incident(incident, command, { commandId: randomUUID(), actor });
  if (kind !== 'accepted') throw new Error(kind);
  process.stdout.write(`${incident}\n`);
}

for (;;) await Promise.all([report(), report(), report(), report()]);
