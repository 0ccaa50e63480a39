import type { Actor, City, Incident, IncidentCommand, UnitFacts } from '@tocsin/domain';
import type { Outcome } from '@tocsin/domain/store';
import type { Desk } from './desk.ts';
import type { Staff } from './staff.ts';

/** One incident of the day, and who may work on it. */
export interface Scene extends Desk {
  readonly id: string;
  readonly city: City;
  readonly staff: Staff;
  readonly units: readonly UnitFacts[];
  /** Incidents that others work on at the same time. */
  readonly others: readonly string[];
  readonly order: (actor: Actor, command: IncidentCommand) => Promise<Outcome>;
  /** The incident as it stands; throws before its report. */
  readonly look: () => Promise<Incident>;
  /** The same scene for what goes on beside it. */
  readonly beside: () => Scene;
}

export function sceneOf(
  desk: Desk,
  world: Pick<Scene, 'id' | 'city' | 'staff' | 'units' | 'others'>,
): Scene {
  const { id } = world;
  return {
    ...desk,
    ...world,
    order: (actor, command) => desk.send(actor, { stream: 'incident', id, command }),
    beside: () => sceneOf(desk.fork(), world),
    look: async () => {
      const incident = await desk.incident(id);
      if (!incident) throw new Error(`no incident ${id}`);
      return incident;
    },
  };
}

export const dispatcherOf = ({ dice, staff }: Scene): Actor => dice.one(staff.dispatchers);
export const commanderOf = ({ dice, staff }: Scene): Actor => dice.one(staff.commanders);
export const liaisonOf = ({ dice, staff }: Scene, department: string): Actor => {
  const own = staff.liaisonsOf(department);
  return own.length > 0 ? dice.one(own) : dice.one(staff.dispatchers);
};
