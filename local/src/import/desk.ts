import type { CommandMeta, Incident, IncidentCommand, UnitCommand } from '@tocsin/domain';
import type { Guard, Outcome, Store } from '@tocsin/domain/store';
import type { Tally } from './tally.ts';

export interface DeskOptions {
  readonly store: Store;
  readonly tally: Tally;
  /** Repeats what fails for technical reasons. */
  readonly persist: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Sends commands and counts their outcomes; `line` is the file's, for what is refused. */
export interface Desk extends DeskOptions {
  /** True when it was carried out, now or before. */
  count(line: number, outcome: Outcome): boolean;
  unit(line: number, id: string, command: UnitCommand, meta: CommandMeta): Promise<boolean>;
  incident(line: number, id: string, command: IncidentCommand, meta: CommandMeta): Promise<boolean>;
  /** The outcome uncounted: the guard's refusal is no fault of the file. */
  guarded(
    id: string,
    command: IncidentCommand,
    meta: CommandMeta,
    guard: Guard<Incident>,
  ): Promise<Outcome>;
}

export function openDesk({ store, tally, persist }: DeskOptions): Desk {
  const count = (line: number, outcome: Outcome): boolean => {
    tally.commands += 1;
    if (outcome.kind === 'rejected') tally.rejected.push({ line, rejection: outcome.rejection });
    if (outcome.kind !== 'accepted') return false;
    if (outcome.repeated) tally.already += 1;
    else tally.events += outcome.events;
    return true;
  };
  return {
    store,
    tally,
    persist,
    count,
    unit: async (line, id, command, meta) =>
      count(line, await persist(() => store.unit(id, command, meta))),
    incident: async (line, id, command, meta) =>
      count(line, await persist(() => store.incident(id, command, meta))),
    guarded: (id, command, meta, guard) => persist(() => store.incident(id, command, meta, guard)),
  };
}
