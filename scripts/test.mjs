import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root, run } from './step.mjs';

const report = join(root, 'test/.artifacts/results.json');

/** Counts what vitest reported; a file that failed as a whole counts as one failure. */
async function count(exitCode) {
  const tally = { passed: 0, failed: 0, skipped: 0 };
  const text = await readFile(report, 'utf8').catch(() => undefined);
  if (text === undefined) return { ...tally, failed: 1 };
  const { testResults } = JSON.parse(text);
  for (const file of testResults) {
    const states = file.assertionResults.map((one) => one.status);
    tally.passed += states.filter((state) => state === 'passed').length;
    const failed = states.filter((state) => state === 'failed').length;
    tally.failed += failed === 0 && file.status === 'failed' ? 1 : failed;
    tally.skipped += states.filter((state) => state !== 'passed' && state !== 'failed').length;
  }
  if (exitCode !== 0 && tally.failed === 0) tally.failed = 1;
  return tally;
}

async function tests() {
  await mkdir(join(root, 'test/.artifacts'), { recursive: true });
  await rm(report, { force: true });
  return run('vitest', [
    'run',
    '--reporter=verbose',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ]);
}

const built = await run(process.execPath, [join(root, 'local/bin/tocsin.mjs'), 'build']);
if (built !== 0) {
  console.log('0 passed, 1 failed');
  process.exit(1);
}
const code = await tests();
const { passed, failed, skipped } = await count(code);
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 || code !== 0 ? 1 : 0;
