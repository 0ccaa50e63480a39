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

export default defineConfig({
  plugins: [react(), unambiguousActions],
  build: { outDir: 'dist', assetsInlineLimit: 0 },
  server: { proxy: { '/graphql': { target: gateway, ws: true } } },
});
