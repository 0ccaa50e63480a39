import { startEventStore } from '@tocsin/local/eventstore';
import { endWithBench, tell } from './ending.ts';

const [dataDir] = process.argv.slice(2);
if (dataDir === undefined) throw new Error('the data folder is missing');
const node = await startEventStore({ dataDir, host: '127.0.0.1', port: 0 });
endWithBench(() => node.close());
tell(node.connectionString);
