import type { StoreObserver, Timed } from './observe.ts';

/**
 * A step of what a command set off. The correlation id is the trace, and a step's key says which
 * one it is wherever it is told: nothing need be carried along from process to process.
 */
export interface Span extends Timed {
  readonly correlation: string;
  readonly key: string;
  /** The key of the step that led to this one; undefined for the first. */
  readonly parent: string | undefined;
  readonly name: string;
  /** Kinds, outcomes and counts: never who, nor what was said. */
  readonly attributes: Readonly<Record<string, string | number>>;
}
export type TellSpan = (span: Span) => void;

export const spanKey = {
  mutation: (commandId: string): string => `mutation ${commandId}`,
  command: (commandId: string): string => `command ${commandId}`,
  append: (commandId: string): string => `append ${commandId}`,
  /** An event on its way into the read models. */
  project: (eventId: string): string => `project ${eventId}`,
};

/**
 * Tells a store's commands and their appends. A person's command comes from a mutation, another one
 * from the event that caused it.
 */
export const traceStore = (tell: TellSpan): StoreObserver => ({
  commanded({ kind, type, meta, outcome, begun, ended }) {
    const { commandId, correlationId = commandId, causationId } = meta;
    const { command, mutation, project } = spanKey;
    tell({
      correlation: correlationId,
      key: command(commandId),
      parent: causationId === undefined ? mutation(commandId) : project(causationId),
      name: `command ${type}`,
      attributes: { 'tocsin.stream': kind, 'tocsin.outcome': outcome },
      begun,
      ended,
    });
  },
  appended({ commands, events, done, begun, ended }) {
    for (const { commandId, correlationId = commandId } of commands) {
      tell({
        correlation: correlationId,
        key: spanKey.append(commandId),
        parent: spanKey.command(commandId),
        name: 'append',
        attributes: {
          'tocsin.commands': commands.length,
          'tocsin.events': events,
          'tocsin.appended': done ? 1 : 0,
        },
        begun,
        ended,
      });
    }
  },
});
