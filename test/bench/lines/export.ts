import { join } from 'node:path';
import { type Figure, memoryFigure, rateFigure } from '../figures.ts';
import type { Run } from '../options.ts';
import { forkPart, nextMessage } from '../parts/child.ts';
import { temporaryFolder } from '../parts/folder.ts';
import { Scope } from '../scope.ts';
import { sealedLog } from '../world/sealedLog.ts';

export const exportLines = [
  'export a period of 100,000 events against reading them with the bare client',
  'resident memory that exporting ten times as many events takes more',
] as const;

interface Exported {
  readonly took: number;
  readonly memory: number;
}

/** The same export of a tenth of the log, of all of it, and the bare client reading it. */
export async function measureExport(scope: Scope, run: Run): Promise<readonly Figure[]> {
  const folder = await temporaryFolder(scope);
  const { node, events } = await sealedLog(scope, folder, run.count(100_000, 20_000), run);
  let number = 0;
  const exported = async (count: number): Promise<Exported> => {
    const round = new Scope();
    scope.defer(() => round.close());
    number += 1;
    const out = join(folder, `bundle-${number}`);
    const module = 'parts/exportProcess.js';
    const { child } = await forkPart(round, module, node.connectionString, out, String(count));
    child.send('go');
    const result = await nextMessage<Exported>(child);
    await round.close();
    run.say(`${count} events: ${Math.round(result.memory / 1e6)} MB resident at the most`);
    return result;
  };
  const read = async (): Promise<number> => {
    const { client, close } = await node.another();
    const begun = performance.now();
    let seen = 0;
    for await (const { event } of client.readAll()) if (event) seen += 1;
    const took = performance.now() - begun;
    await close();
    return (seen * 1_000) / took;
  };
  const few = await exported(Math.floor(events / 10));
  const rates: number[] = [];
  const limits: number[] = [];
  let most = 0;
  for (let round = 0; round < run.count(3, 1); round += 1) {
    const whole = await exported(events);
    rates.push((events * 1_000) / whole.took);
    limits.push(await read());
    most = Math.max(most, whole.memory);
    run.sayRate('export', rates.at(-1) ?? 0);
    run.sayRate('bare client', limits.at(-1) ?? 0);
  }
  return [
    rateFigure(exportLines[0], 'events/s', rates, limits, 0.2),
    memoryFigure(exportLines[1], Math.max(0, most - few.memory), 50),
  ];
}
