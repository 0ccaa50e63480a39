import { spawnSync } from 'node:child_process';
import { chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import {
  processesOf,
  removeFolder,
  run,
  runFileOf,
  TocsinProcess,
  temporaryFolder,
} from './tocsinProcess.ts';

/** The account `nobody`, which has no home and owns nothing. */
const nobody = 65_534;

/** Why a root can't show it here; as an ordinary user the other specs show it. */
function reasonToSkip(): string | undefined {
  if (process.getuid?.() !== 0) return 'not started as root';
  const seen = spawnSync(process.execPath, ['--version'], { uid: nobody, gid: nobody });
  if (seen.status !== 0) return 'node is out of reach for an ordinary user';
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const list = spawnSync('ls', [join(root, 'local/dist')], { uid: nobody, gid: nobody });
  return list.status === 0 ? undefined : 'the clone is out of reach for an ordinary user';
}

const reason = reasonToSkip();

it.skipIf(reason !== undefined)(
  `[S1] starts and stops as an ordinary user without a home${reason ? ` (skipped: ${reason})` : ''}`,
  async () => {
    // What was built by its owner is used as it is; the user may not write to the clone.
    const folder = temporaryFolder();
    expect(await run(['build'], { dataDir: folder })).toMatchObject({ code: 0 });
    const own = join(folder, 'own');
    mkdirSync(own, { mode: 0o700 });
    chownSync(own, nobody, nobody);
    const dataDir = join(own, 'data');
    const env = { HOME: '/nonexistent' };
    const start = new TocsinProcess(['start'], { dataDir, env, uid: nobody });
    await start.says('Ctrl-C stops everything.');
    expect((await fetch(runFileOf(dataDir).gateway)).status).toBe(200);
    start.signalGroup('SIGINT');
    expect(await start.ended).toMatchObject({ code: 0, stderr: '' });
    expect(processesOf(dataDir)).toEqual([]);
    removeFolder(folder);
  },
);
