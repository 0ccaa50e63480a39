import { type Figure, rateFigure } from '../figures.ts';
import type { Run } from '../options.ts';
import { forkPart, nextMessage } from '../parts/child.ts';
import { temporaryFolder } from '../parts/folder.ts';
import { alternate } from '../rounds.ts';
import { Scope } from '../scope.ts';
import { sealedLog } from '../world/sealedLog.ts';

export const verifyLine = 'verify a sealed log of 1,000,000 events against SHA-256 of its bytes';

/**
 * The log file with its chains and seals verified, against one SHA-256 for each of its events, each
 * in a process of its own that has already started.
 */
export async function measureVerify(scope: Scope, run: Run): Promise<readonly Figure[]> {
  const folder = await temporaryFolder(scope);
  const { path, events } = await sealedLog(scope, folder, run.count(1_000_000, 30_000), run);
  const rateOf = (what: string) => async (): Promise<number> => {
    const round = new Scope();
    scope.defer(() => round.close());
    const { child } = await forkPart(round, 'parts/verifyProcess.js', what, path);
    child.send('go');
    const { took, memory } = await nextMessage<{ took: number; memory: number }>(child);
    run.say(`${what}: ${Math.round(memory / 1e6)} MB resident at the most`);
    await round.close();
    return (events * 1_000) / took;
  };
  const { first, second } = await alternate(
    run.count(3, 1),
    { name: 'verify', measure: rateOf('verify') },
    { name: 'SHA-256', measure: rateOf('sha256') },
    run.sayRate,
  );
  return [rateFigure(verifyLine, 'events/s', first, second, 0.3)];
}
