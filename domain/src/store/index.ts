export * from './errors.ts';
export * from './observe.ts';
export * from './openStore.ts';
export type * from './proofOf.ts';
export { openRawLog, type RawLog } from './rawLog.ts';
export * from './sealsInLog.ts';
export * from './spans.ts';
export type * from './store.ts';
