export * from './errors.ts';
export * from './openStore.ts';
export type * from './store.ts';
