import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from '../../local/bin/build.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
await build(root, { withConsole: true });
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const { status } = spawnSync(process.execPath, [tsc, '-b', 'test'], {
  cwd: root,
  stdio: 'inherit',
});
if (status !== 0) process.exit(1);
const main = fileURLToPath(new URL('../dist/screens/main.js', import.meta.url));
const screens = spawn(process.execPath, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
process.on('SIGINT', () => {});
screens.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
