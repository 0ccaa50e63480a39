export { openRunnerMetrics, type RunnerMetrics } from './metrics.ts';
export { migrate, SchemaNewer } from './migrate.ts';
export { type RebuildParts, type RebuildProgress, rebuild } from './rebuild.ts';
export { type Runner, type RunnerParts, startRunner } from './runner.ts';
export type { RunnerObserver } from './runnerObserver.ts';
