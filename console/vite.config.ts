import { createHash } from 'node:crypto';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { ambiguities } from './src/actions/ambiguities.ts';
import { definitions } from './src/actions/definitions.ts';

const gateway = process.env.TOCSIN_GATEWAY ?? 'http://127.0.0.1:4000';

/** A key or a verb that means two actions is refused before anybody can press it. */
const unambiguousActions: Plugin = {
  name: 'unambiguous-actions',
  buildStart() {
    const found = ambiguities(definitions);
    if (found.length > 0) this.error(found.join('; '));
  },
};

/** Too large for a phone to take ahead, or not a liaison's: kept when they are first used. */
const notAhead = /\/(MapCanvas|MapPane|maplibre|Map|Cockpit|Audit|Admin|sw)[-.]/;

/** Tells the service worker which files there are, and which version this is. */
const precached: Plugin = {
  name: 'precached',
  generateBundle: {
    // After chunks that were nothing but styles have gone.
    order: 'post',
    handler(_options, bundle) {
      const files = Object.keys(bundle)
        .filter((name) => /^assets\/.*\.(js|css)$/.test(name) && !notAhead.test(`/${name}`))
        .map((name) => `/${name}`)
        .sort();
      const version = createHash('sha256').update(files.join()).digest('hex').slice(0, 12);
      const worker = bundle['sw.js'];
      if (worker?.type !== 'chunk') this.error('the service worker was not built');
      worker.code = `const BUILD = ${JSON.stringify({ version, files })};\n${worker.code}`;
    },
  },
};

export default defineConfig(({ command }) => {
  // What is built is for use, whatever the shell it is built from says: a test's says "test".
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    plugins: [react(), unambiguousActions, precached],
    build: {
      outDir: 'dist',
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: { index: 'index.html', sw: 'src/worker/sw.ts' },
        output: {
          // A service worker keeps its name, so that browsers see when it has changed.
          entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
        },
      },
    },
    server: { proxy: { '/graphql': { target: gateway, ws: true } } },
  };
});
