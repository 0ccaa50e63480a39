import { defineConfig } from 'vitest/config';

/** Specs run against the sources of every workspace package (condition `source`), not against dist/. */
const conditions = ['source', 'node'];

export default defineConfig({
  // One copy of graphql for the sources and for the packages that Node itself loads.
  resolve: { conditions, alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  ssr: { resolve: { conditions } },
  test: {
    environment: 'node',
    projects: [
      {
        extends: true,
        test: {
          name: 'fast',
          include: [
            '{domain,projections,gateway,local}/src/**/*.spec.ts',
            'console/src/**/*.spec.{ts,tsx}',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['test/**/*.spec.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
