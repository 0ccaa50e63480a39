import { isSeal, sealStream } from '@tocsin/domain/proof';
import { openRawLog } from '@tocsin/domain/store';
import { BundleWriter, Disclosure, EventFiles, exportPeriod } from '@tocsin/local/proof';
import { endWithBench, tell } from './ending.ts';

/** Exports the log from its beginning to the seal that covers so many events, when asked. */
const [connectionString, out, count] = process.argv.slice(2);
if (connectionString === undefined || out === undefined) throw new Error('export what, where to?');
const log = openRawLog(connectionString);
endWithBench(() => log.close());

async function exported(folder: string, wanted: number): Promise<void> {
  for await (const { data } of log.stream(sealStream)) {
    if (!isSeal(data)) throw new Error('not a seal');
    if (data.body.to < wanted) continue;
    const writer = new BundleWriter(folder);
    // As if the log ended here.
    const period = { from: '2000-01-01T00:00:00.000Z', to: '9000-01-01T00:00:00.000Z' };
    const files = new EventFiles(writer, new Disclosure([], { find: () => undefined }));
    const { subject, events } = await exportPeriod(log, data, period, writer, files);
    writer.finish({ subject, events, made: data.body.time });
    return;
  }
  throw new Error('no seal covers so many');
}

process.on('message', async () => {
  const begun = performance.now();
  await exported(out, Number(count));
  const took = performance.now() - begun;
  tell({ took, memory: process.resourceUsage().maxRSS * 1_024 });
});
tell('ready');
