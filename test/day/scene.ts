import type { Actor, City, Incident, IncidentCommand, UnitFacts } from '@tocsin/domain';
import type { Outcome } from '@tocsin/domain/store';
import type { Desk } from './desk.ts';
import type { Staff } from './staff.ts';

/** What a scene is set in. */
export interface Setting {
  /** Which of the day's incidents it is, from 0. */
  readonly index: number;
  readonly id: string;
  readonly city: City;
  readonly staff: Staff;
  readonly units: readonly UnitFacts[];
  /** All the day's incidents; those just before this one are worked on at the same time. */
  readonly all: readonly string[];
}

/** One incident of the day, and who may work on it. */
export interface Scene extends Desk, Setting {
  readonly order: (actor: Actor, command: IncidentCommand) => Promise<Outcome>;
  /** The same, on what was just looked at: somebody may have been faster. */
  readonly orderOnSight: (actor: Actor, command: IncidentCommand) => Promise<Outcome>;
  /** The incident as it stands; throws before its report. */
  readonly look: () => Promise<Incident>;
  /** The same scene for what goes on beside it, with dice of its own. */
  readonly beside: (name: string) => Scene;
}

export function sceneOf(desk: Desk, setting: Setting): Scene {
  const { id } = setting;
  const lookAt = async () => {
    const found = await desk.store().readIncident(id);
    if (!found) throw new Error(`no incident ${id}`);
    return found;
  };
  return {
    ...desk,
    ...setting,
    order: (actor, command) => desk.send(actor, { stream: 'incident', id, command }),
    orderOnSight: async (actor, command) => {
      const { revision } = await lookAt();
      return desk.send(actor, { stream: 'incident', id, command }, revision);
    },
    beside: (name) => sceneOf(desk.fork(name), setting),
    look: async () => (await lookAt()).state,
  };
}

export const dispatcherOf = ({ dice, staff }: Scene): Actor => dice.one(staff.dispatchers);
export const commanderOf = ({ dice, staff }: Scene): Actor => dice.one(staff.commanders);
/** Somebody of the department itself; for one that has no liaisons, of the command centre. */
export const liaisonOf = ({ dice, staff }: Scene, department: string): Actor => {
  const own = staff.liaisonsOf(department);
  return dice.one(own.length > 0 ? own : staff.dispatchers);
};

/** The day's time, so many seconds on, ISO 8601. */
export const inSeconds = ({ clock }: Pick<Scene, 'clock'>, seconds: number): string =>
  new Date(clock.now().getTime() + seconds * 1000).toISOString();
