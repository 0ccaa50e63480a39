import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { BuildEnded, build } from '../../local/bin/build.mjs';

const lines = [
  'commands',
  'hot-incident',
  'long-incident',
  'replay',
  'mutations',
  'catch-up',
  'catch-up-million',
  'flatness',
  'as-of',
  'delivery',
  'fan-out',
  'fan-out-mixed',
  'last-screen',
  'resume',
  'memory',
  'intervals',
  'verify',
  'export',
  'board',
  'map',
  'first-view',
  'key',
  'console-memory',
];
/** Those in which the gateway runs, which serves the console. */
const served = [
  'mutations',
  'flatness',
  'as-of',
  'delivery',
  'fan-out',
  'fan-out-mixed',
  'last-screen',
  'resume',
  'memory',
  'board',
  'map',
  'first-view',
  'key',
  'console-memory',
];
const help = `pnpm bench [options]

Measures Tocsin against the bare client, server and socket beneath it, side by side in one run,
prints the table and writes it to test/bench/results/latest.json.

  --only LINE,…    only these: ${lines.join(', ')}
                   (the others keep their last figures in latest.json)
  --sf-fire FILE   the call file to import before "memory" is measured; without it that of
                   TOCSIN_SF_FIRE_CSV, else one is generated
  --quick          smaller counts, to see that it works; nothing is written
  --help           this text
`;

function readOptions() {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      'sf-fire': { type: 'string' },
      quick: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const only = values.only?.split(',').map((line) => line.trim()) ?? lines;
  const unknown = only.find((line) => !lines.includes(line));
  if (unknown !== undefined) {
    throw new Error(`--only: there is no line "${unknown}"; there are ${lines.join(', ')}.`);
  }
  const sfFire = values['sf-fire'] ?? (process.env.TOCSIN_SF_FIRE_CSV || undefined);
  return { only, sfFire, quick: values.quick, help: values.help };
}

/** The parts as `tocsin` builds them, then the bench itself. */
async function buildAll(only) {
  try {
    await build(root, { withConsole: only.some((line) => served.includes(line)) });
  } catch (error) {
    if (!(error instanceof BuildEnded)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [tsc, '-b', 'test'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(1);
}

const root = fileURLToPath(new URL('../../', import.meta.url));
let options;
try {
  options = readOptions();
} catch (error) {
  process.stderr.write(`${error.message}\nSee: pnpm bench --help\n`);
  process.exit(2);
}
if (options.help) {
  process.stdout.write(help);
  process.exit(0);
}
await buildAll(options.only);
const main = fileURLToPath(new URL('../dist/bench/main.js', import.meta.url));
const { help: _, ...given } = options;
const bench = spawn(process.execPath, [main, JSON.stringify(given)], { stdio: 'inherit' });
// The bench stops what it started; this process only waits for it.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => bench.kill('SIGTERM'));
bench.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
