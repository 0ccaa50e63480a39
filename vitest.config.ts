import { defineConfig } from 'vitest/config';

/** Specs run against the sources of every workspace package (condition `source`), not against dist/. */
const conditions = ['source', 'node'];

/** Specs beside the code that start a PostgreSQL server: `pnpm test` runs them, `pnpm check` doesn't. */
const served = [
  'local/src/postgres/startPostgres.spec.ts',
  'projections/src/{boardsSchema,dropOldChanges,migrate,runner,swapBoards}.spec.ts',
  'projections/src/policies/policies.spec.ts',
  'projections/src/queries/queries.spec.ts',
  'projections/src/queries/intervals/intervals.spec.ts',
  'projections/src/queries/past/past.spec.ts',
];

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
          exclude: served,
        },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['test/**/*.spec.ts', ...served],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
