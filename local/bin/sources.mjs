import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

const servers = ['domain', 'projections', 'gateway', 'local'];

/** What is built, from what, and which file shows that the output is there. */
export const targets = {
  servers: {
    sources: [
      'pnpm-lock.yaml',
      'tsconfig.json',
      'tsconfig.base.json',
      ...servers.flatMap((room) => [
        `${room}/src`,
        `${room}/package.json`,
        `${room}/tsconfig.json`,
      ]),
    ],
    output: servers.map((room) => `${room}/dist/index.js`),
  },
  console: {
    sources: [
      'pnpm-lock.yaml',
      'gateway/schema.graphql',
      ...['src', 'public', 'index.html', 'package.json', 'tsconfig.json', 'vite.config.ts'].map(
        (name) => `console/${name}`,
      ),
    ],
    output: ['console/dist/index.html'],
  },
  verifier: {
    sources: [
      'pnpm-lock.yaml',
      'local/verifier.config.mjs',
      'domain/src/proof',
      'domain/src/codec',
      'local/src/proof',
      'local/bin/words.mjs',
    ],
    output: ['local/dist/verifier/verify.mjs'],
  },
};

/** A digest of names and contents, so that it holds whatever a checkout does to times. */
export function digest(root, { sources }) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesOf(root, source))) {
    hash
      .update(file.split(sep).join('/'))
      .update('\0')
      .update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

export const isThere = (root, { output }) => output.every((file) => existsSync(join(root, file)));

function filesOf(root, path) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (!stat.isDirectory()) return isBuilt(path) ? [path] : [];
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesOf(root, join(path, name)));
}

const isBuilt = (path) => !/\.(spec|testkit)\.tsx?$/.test(path);
