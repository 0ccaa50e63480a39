export { migrate, SchemaNewer } from './migrate.ts';
export { type Runner, type RunnerParts, startRunner } from './runner.ts';
