import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a tool of the workspace (from node_modules/.bin) in the root; gives its exit code. */
export function run(tool, args, { env = {}, cwd = root } = {}) {
  const command = tool.includes('/') ? tool : `${root}node_modules/.bin/${tool}`;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

/** Runs the steps in order, saying each one's name and time; stops at the first that fails. */
export async function runSteps(steps) {
  for (const [name, work] of steps) {
    const began = performance.now();
    console.log(`▸ ${name}`);
    const code = await work();
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`  ${code === 0 ? 'ok' : 'FAILED'} in ${seconds} s`);
    if (code !== 0) return code;
  }
  return 0;
}
