/** The arrows of the house: which room may import which. See ARCHITECTURE.md. */
const tests = '\\.(spec|testkit)\\.tsx?$';
const ours = '^(domain|projections|gateway|console|local|test)/';

const may = (room, allowed, comment) => ({
  name: `${room}-imports`,
  severity: 'error',
  comment,
  from: { path: `^${room}/`, pathNot: tests },
  to: { path: ours, pathNot: [`^${room}/`, ...allowed] },
});

export default {
  forbidden: [
    may('domain', [], 'The domain imports nothing of ours.'),
    may('projections', ['^domain/'], 'Projections import the domain.'),
    may(
      'gateway',
      ['^domain/', '^projections/(src|dist)/queries/'],
      "The gateway imports the domain and the projections' queries.",
    ),
    may('console', [], "The console knows the GraphQL schema's types only."),
    may('local', ['^domain/', '^projections/', '^gateway/'], 'Local imports all but the console.'),
    {
      name: 'store-only-does-io',
      severity: 'error',
      comment: 'Only domain/store talks to EventStoreDB, waits or does any other I/O.',
      from: { path: '^domain/src/', pathNot: ['^domain/src/store/', tests] },
      to: {
        path: ['db-client', '^(node:)?(fs|net|http|https|timers|child_process|dns|os)(/|$)'],
      },
    },
    {
      name: 'one-store-client',
      severity: 'error',
      comment: 'EventStoreDB is reached through domain/store; local only serves its protocol.',
      from: { path: '^(domain|projections|gateway)/', pathNot: ['^domain/src/store/', tests] },
      to: { path: '@eventstore/db-client' },
    },
    {
      name: 'nothing-imports-test',
      severity: 'error',
      from: { path: ours, pathNot: '^test/' },
      to: { path: '^test/' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: { path: ours },
      to: { couldNotResolve: true, pathNot: '\\?url$|^virtual:' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.data|\\.artifacts)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.specs.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
