import { hash } from 'node:crypto';
import { OpeningsCheck, verifyLog } from '@tocsin/domain/proof';
import { fileSeals, logLinks, readFrames } from '@tocsin/local/proof';
import { endWithBench, tell } from './ending.ts';

/** Verifies a log file, or only hashes each of its events once, when asked. */
const [what, path] = process.argv.slice(2);
if (path === undefined) throw new Error('which log?');
endWithBench(async () => {});

async function verify(file: string): Promise<void> {
  const report = (fault: object): never => {
    throw new Error(`the log does not verify: ${JSON.stringify(fault)}`);
  };
  const openings = new OpeningsCheck(report);
  await verifyLog(logLinks(file, report, openings), fileSeals(file), {}, report);
}

function hashAll(file: string): void {
  for (const frames of readFrames(file, () => {}))
    for (const { bytes, start, end } of frames) hash('sha256', bytes.subarray(start, end), 'hex');
}

process.on('message', async () => {
  const begun = performance.now();
  if (what === 'verify') await verify(path);
  else hashAll(path);
  const took = performance.now() - begun;
  tell({ took, memory: process.resourceUsage().maxRSS * 1_024 });
});
tell('ready');
