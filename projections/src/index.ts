export { openRunnerMetrics, type RunnerMetrics } from './metrics.ts';
export { migrate, SchemaNewer } from './migrate.ts';
export { boardsPath, openPool } from './openPool.ts';
export { type RebuildParts, rebuild } from './rebuild.ts';
export type { RebuildProgress } from './rebuildProgress.ts';
export { type Runner, type RunnerParts, startRunner } from './runner.ts';
export type { RunnerObserver } from './runnerObserver.ts';
export { fillTimes } from './times/fillTimes.ts';
export { traceRunner } from './traceRunner.ts';
