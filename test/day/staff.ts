import type { Actor, Role } from '@tocsin/domain';
import { demoPeople } from '@tocsin/local';

/** The city's people, as they act. */
export interface Staff {
  readonly dispatchers: readonly Actor[];
  readonly commanders: readonly Actor[];
  readonly liaisonsOf: (department: string) => readonly Actor[];
}

export function demoStaff(): Staff {
  const people = demoPeople().map(({ account, name, roles, department }) => ({
    roles,
    actor: {
      kind: 'person' as const,
      id: account,
      name,
      ...(department === undefined ? {} : { department }),
    },
  }));
  const inRole = (role: Role): Actor[] =>
    people.filter(({ roles }) => roles.includes(role)).map(({ actor }) => ({ ...actor, role }));
  const liaisons = inRole('liaison');
  // The demo city has one account a desk; at a busy one two people sit.
  const colleague = (actor: Actor): Actor => ({
    ...actor,
    id: `${actor.id}-2`,
    name: `${actor.name} (2)`,
  });
  const dispatchers = inRole('dispatcher');
  return {
    dispatchers: [...dispatchers, ...dispatchers.map(colleague)],
    commanders: inRole('commander'),
    liaisonsOf: (department) => {
      const own = liaisons.filter((one) => one.department === department);
      return [...own, ...own.map(colleague)];
    },
  };
}
