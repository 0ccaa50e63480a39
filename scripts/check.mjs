import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, run, runSteps } from './step.mjs';

/** Time is data and ids come from outside: the domain reads no clock and draws nothing, but in store/. */
async function clocksInDomain() {
  const folder = join(root, 'domain/src');
  const files = await readdir(folder, { recursive: true });
  const pure = files.filter(
    (file) =>
      /\.ts$/.test(file) && !/\.(spec|testkit)\.ts$/.test(file) && !file.startsWith('store/'),
  );
  let found = 0;
  for (const file of pure) {
    const lines = (await readFile(join(folder, file), 'utf8')).split('\n');
    for (const [index, line] of lines.entries()) {
      if (!/Date\.now|new Date\(\)|Math\.random|randomUUID|performance\.now/.test(line)) continue;
      console.error(`domain/src/${file}:${index + 1} reads a clock or draws a random number`);
      found += 1;
    }
  }
  return found === 0 ? 0 : 1;
}

/** Several tools side by side; fails when one does. */
const together = async (...runs) => ((await Promise.all(runs)).every((code) => code === 0) ? 0 : 1);

process.exitCode = await runSteps([
  ['format and lint', () => run('biome', ['ci', '.', '--error-on-warnings'])],
  ['types of the servers', () => run('tsc', ['-b'])],
  [
    'types of the specs and of the console, import arrows',
    () =>
      together(
        run('tsc', ['-p', 'tsconfig.specs.json']),
        run('tsc', ['-p', 'console/tsconfig.json', '--noEmit']),
        run('depcruise', [
          '--config',
          '.dependency-cruiser.mjs',
          ...['domain', 'projections', 'gateway', 'console', 'local'].map((room) => `${room}/src`),
          'test',
        ]),
      ),
  ],
  ['no clock in the domain', clocksInDomain],
  [
    'stored shapes, generated documents',
    () => run(process.execPath, ['scripts/documents.mjs', '--check']),
  ],
  ['fast tests', () => run('vitest', ['run', '--project', 'fast', '--reporter', 'dot'])],
]);
