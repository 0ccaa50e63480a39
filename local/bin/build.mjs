import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lockHolder, takeLock } from './fileLock.mjs';
import { digest, isThere, targets } from './sources.mjs';
import { words } from './words.mjs';

/** A build that did not succeed: its output has been shown, or it was told to stop. */
export class BuildEnded extends Error {
  constructor(message, stopped) {
    super(message);
    this.stopped = stopped;
  }
}

/**
 * Builds the servers, and the console if `withConsole`, and the one-file verifier of bundles if
 * `withVerifier`, where their sources changed since they were last built. Of several processes one builds and the others wait. Throws `BuildEnded`.
 */
export async function build(root, { withConsole, withVerifier = false }) {
  const wanted = [
    { name: 'servers', says: words.building, run: (forced) => tsc(root, forced) },
    ...(withConsole
      ? [{ name: 'console', says: words.buildingConsole, run: () => vite(root) }]
      : []),
    ...(withVerifier
      ? [{ name: 'verifier', says: words.buildingVerifier, run: () => vite(root, verifier) }]
      : []),
  ];
  const folder = join(root, 'node_modules', '.tocsin');
  for (const target of wanted) {
    if (!isStale(root, folder, target.name)) continue;
    const release = await waitForLock(root, folder);
    try {
      await rebuild(root, folder, target);
    } finally {
      release();
    }
  }
}

async function rebuild(root, folder, { name, says, run }) {
  if (!isStale(root, folder, name)) return;
  const built = digest(root, targets[name]);
  const began = performance.now();
  process.stderr.write(`· ${says}${process.stderr.isTTY ? '' : '\n'}`);
  const { code, signal, output } = await run(!isThere(root, targets[name]));
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  if (signal !== undefined) throw new BuildEnded(words.stopped, true);
  if (code !== 0) {
    process.stderr.write(output);
    throw new BuildEnded(words.buildFailed, false);
  }
  // What changed while it was built is built again next time.
  writeFileSync(join(folder, name), built);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stderr.write(`✓ ${says}  ${words.seconds(seconds)}\n`);
}

function isStale(root, folder, name) {
  const target = targets[name];
  return !isThere(root, target) || stampOf(join(folder, name)) !== digest(root, target);
}

function stampOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

async function waitForLock(root, folder) {
  const path = join(folder, 'build.lock');
  for (let told = false; ; told = true) {
    const release = lockIn(root, folder, path);
    if (release !== undefined) return release;
    if (!told) process.stderr.write(`· ${words.waitingForBuild(lockHolder(path))}\n`);
    await sleep(200);
  }
}

function lockIn(root, folder, path) {
  try {
    mkdirSync(folder, { recursive: true });
    return takeLock(path);
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) throw error;
    throw new BuildEnded(words.mayNotBuild(root), false);
  }
}

/** `forced` when output is missing, which tsc by itself would not notice. */
const tsc = (root, forced) =>
  run(root, createRequire(join(root, 'package.json')).resolve('typescript/bin/tsc'), [
    '-b',
    ...(forced ? ['--force'] : []),
  ]);

const verifier = ['--config', join('..', 'local', 'verifier.config.mjs')];

function vite(root, options = []) {
  const folder = join(root, 'console');
  const manifest = createRequire(join(folder, 'package.json')).resolve('vite/package.json');
  return run(folder, join(manifest, '..', 'bin', 'vite.js'), [
    'build',
    '--logLevel',
    'warn',
    ...options,
  ]);
}

/** Runs a tool; a signal to us ends it before it ends us, so that the lock is let go. */
function run(cwd, script, args) {
  return new Promise((resolve, reject) => {
    const tool = spawn(process.execPath, [script, ...args], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let signal;
    const stop = (name) => {
      signal = name;
      tool.kill(name);
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const name of signals) process.on(name, stop);
    const keep = (chunk) => {
      output += chunk;
    };
    tool.stdout.on('data', keep);
    tool.stderr.on('data', keep);
    tool.once('error', reject);
    tool.once('close', (code) => {
      for (const name of signals) process.off(name, stop);
      resolve({ code, signal, output });
    });
  });
}
