import { fileURLToPath } from 'node:url';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));

/** The verifier of bundles as one file that needs nothing but Node. */
export default {
  root: path('.'),
  logLevel: 'warn',
  resolve: { conditions: ['source', 'node'] },
  ssr: { noExternal: true, resolve: { conditions: ['source', 'node'] } },
  build: {
    ssr: path('src/proof/standalone.ts'),
    outDir: path('dist/verifier'),
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rollupOptions: { output: { entryFileNames: 'verify.mjs' } },
  },
};
