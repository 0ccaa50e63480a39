export * from './catalogue.ts';
export * from './conflictMessage.ts';
export * from './language.ts';
export * from './message.ts';
export * from './nameSupplies.ts';
