export { type EventStoreNode, type EventStoreOptions, startEventStore } from './node.ts';
export { EventStoreStartError, type StartErrorCode } from './startError.ts';
