export * from './action.ts';
export * from './may.ts';
export * from './maySeeChange.ts';
export * from './reach.ts';
export * from './subject.ts';
export * from './viewer.ts';
