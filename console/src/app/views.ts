import { lazy } from 'react';
import type { Role } from '../api/types.ts';

interface View {
  /** Who is offered it. The server decides what they see there. */
  readonly roles: readonly Role[];
  readonly shown: ReturnType<typeof lazy>;
  /** It has no tab; `slim` keeps the header without the tabs, `bare` brings what it needs itself. */
  readonly frame?: 'slim' | 'bare';
}

/** Every view, in the order of the header's tabs; a person's first one is where they begin. */
export const views = {
  dispatch: {
    roles: ['DISPATCHER', 'COMMANDER'],
    shown: lazy(() => import('../views/dispatch/Dispatch.tsx')),
  },
  department: {
    roles: ['LIAISON'],
    shown: lazy(() => import('../views/department/Department.tsx')),
  },
  audit: { roles: ['AUDITOR'], shown: lazy(() => import('../views/audit/Audit.tsx')) },
  map: {
    roles: ['DISPATCHER', 'COMMANDER', 'AUDITOR'],
    shown: lazy(() => import('../views/map/Map.tsx')),
  },
  cockpit: {
    roles: ['DISPATCHER', 'COMMANDER', 'AUDITOR'],
    shown: lazy(() => import('../views/cockpit/Cockpit.tsx')),
    frame: 'bare',
  },
  units: {
    roles: ['DISPATCHER', 'COMMANDER', 'LIAISON', 'AUDITOR'],
    shown: lazy(() => import('../views/units/Units.tsx')),
  },
  supplies: {
    roles: ['DISPATCHER', 'COMMANDER', 'LIAISON', 'AUDITOR'],
    shown: lazy(() => import('../views/supplies/Supplies.tsx')),
  },
  warnings: {
    roles: ['DISPATCHER', 'COMMANDER', 'LIAISON', 'AUDITOR'],
    shown: lazy(() => import('../views/warnings/Warnings.tsx')),
  },
  plannedEvents: {
    roles: ['DISPATCHER', 'COMMANDER', 'LIAISON', 'AUDITOR'],
    shown: lazy(() => import('../views/plannedEvents/PlannedEvents.tsx')),
  },
  duty: {
    roles: ['DISPATCHER', 'COMMANDER', 'LIAISON', 'AUDITOR'],
    shown: lazy(() => import('../views/duty/Duty.tsx')),
  },
  corrective: {
    roles: ['DISPATCHER', 'COMMANDER', 'LIAISON', 'AUDITOR'],
    shown: lazy(() => import('../views/corrective/CorrectiveActions.tsx')),
  },
  pane: {
    roles: ['DISPATCHER', 'COMMANDER', 'AUDITOR'],
    shown: lazy(() => import('../panes/Pane.tsx')),
    frame: 'slim',
  },
  admin: { roles: ['ADMINISTRATOR'], shown: lazy(() => import('../views/admin/Admin.tsx')) },
} as const satisfies Readonly<Record<string, View>>;

export type ViewName = keyof typeof views;

export const frameOf = (name: ViewName): View['frame'] => (views[name] as View).frame;

/** The views that a person's roles open. */
export const viewsOf = (roles: readonly Role[]): readonly ViewName[] =>
  (Object.keys(views) as ViewName[]).filter((name) =>
    views[name].roles.some((role) => roles.includes(role)),
  );
