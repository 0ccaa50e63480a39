import type { Role } from '@tocsin/domain';
import { type Action, actions } from './action.ts';
import type { Subject } from './subject.ts';
import { type Reach, table } from './table.ts';
import { hasCity, type Viewer } from './viewer.ts';

interface Permission {
  readonly role: Role;
  readonly reach: Reach;
}

/** The role that carries the viewer furthest; undefined when none allows the action. */
function permission({ roles }: Viewer, action: Action): Permission | undefined {
  let furthest: Permission | undefined;
  for (const role of roles) {
    const reach = table[role].get(action);
    if (reach === 'city') return { role, reach };
    if (reach !== undefined) furthest ??= { role, reach };
  }
  return furthest;
}

function concerns(department: string | undefined, subject: Subject): boolean {
  if (department === undefined) return false;
  switch (subject.kind) {
    case 'city':
      return false;
    case 'department':
      return subject.department === department;
    case 'incident':
      return subject.departments.includes(department);
  }
}

/** The one rule of who may do what: asked by every query, every mutation and every push. */
export function may(viewer: Viewer, action: Action, subject: Subject): boolean {
  const reach = permission(viewer, action)?.reach;
  if (reach === undefined || !hasCity(viewer, subject.city)) return false;
  return reach === 'city' || concerns(viewer.department, subject);
}

/** The role in which the viewer does it, if it is allowed at all. */
export const actingRole = (viewer: Viewer, action: Action): Role | undefined =>
  permission(viewer, action)?.role;

/** What the viewer may do somewhere, so that a console knows which buttons to offer. */
export const mayAnywhere = (viewer: Viewer): readonly Action[] =>
  actions.filter((action) => permission(viewer, action) !== undefined);

/** What the viewer may do with this subject, whatever state it is in. */
export const mayWith = (
  viewer: Viewer,
  subject: Subject,
  among: readonly Action[],
): readonly Action[] => among.filter((action) => may(viewer, action, subject));
