import { type ComponentType, lazy } from 'react';
import type { Role } from '../api/types.ts';

interface View {
  /** Who is offered it. The server decides what they see there. */
  readonly roles: readonly Role[];
  readonly shown: ReturnType<typeof lazy>;
  /** Fetches what it is made of, so that it is there when it is to be shown. */
  readonly fetch: () => Promise<unknown>;
  /** It has no tab; `slim` keeps the header without the tabs, `bare` brings what it needs itself. */
  readonly frame?: 'slim' | 'bare';
}

const drawnBy = (fetch: () => Promise<{ default: ComponentType }>) => ({
  shown: lazy(fetch),
  fetch,
});

/** Every view, in the order of the header's tabs; a person's first one is where they begin. */
export const views = {
  dispatch: {
    roles: ['DISPATCHER', 'COMMANDER'],
    ...drawnBy(() => import('../views/dispatch/Dispatch.tsx')),
  },
  department: {
    roles: ['LIAISON'],
    ...drawnBy(() => import('../views/department/Department.tsx')),
  },
  audit: { roles: ['AUDITOR'], ...drawnBy(() => import('../views/audit/Audit.tsx')) },
  access: {
    roles: ['AUDITOR', 'ADMINISTRATOR'],
    ...drawnBy(() => import('../views/access/AccessLog.tsx')),
  },
  map: {
    roles: ['DISPATCHER', 'COMMANDER', 'AUDITOR'],
    ...drawnBy(() => import('../views/map/Map.tsx')),
  },
  cockpit: {
    roles: ['DISPATCHER', 'COMMANDER', 'AUDITOR'],
    ...drawnBy(() => import('../views/cockpit/Cockpit.tsx')),
    frame: 'bare',
  },
  units: {
    roles: ['DISPATCHER', 'COMMANDER', 'LIAISON', 'AUDITOR'],
    ...drawnBy(() => import('../views/units/Units.tsx')),
  },
  supplies: {
    roles: ['DISPATCHER', 'COMMANDER', 'LIAISON', 'AUDITOR'],
    ...drawnBy(() => import('../views/supplies/Supplies.tsx')),
  },
  warnings: {
    roles: ['DISPATCHER', 'COMMANDER', 'LIAISON', 'AUDITOR'],
    ...drawnBy(() => import('../views/warnings/Warnings.tsx')),
  },
  plannedEvents: {
    roles: ['DISPATCHER', 'COMMANDER', 'LIAISON', 'AUDITOR'],
    ...drawnBy(() => import('../views/plannedEvents/PlannedEvents.tsx')),
  },
  duty: {
    roles: ['DISPATCHER', 'COMMANDER', 'LIAISON', 'AUDITOR'],
    ...drawnBy(() => import('../views/duty/Duty.tsx')),
  },
  corrective: {
    roles: ['DISPATCHER', 'COMMANDER', 'LIAISON', 'AUDITOR'],
    ...drawnBy(() => import('../views/corrective/CorrectiveActions.tsx')),
  },
  pane: {
    roles: ['DISPATCHER', 'COMMANDER', 'AUDITOR'],
    ...drawnBy(() => import('../panes/Pane.tsx')),
    frame: 'slim',
  },
  admin: { roles: ['ADMINISTRATOR'], ...drawnBy(() => import('../views/admin/Admin.tsx')) },
  intervals: {
    roles: ['COMMANDER', 'AUDITOR', 'ADMINISTRATOR', 'DISPATCHER', 'LIAISON'],
    ...drawnBy(() => import('../views/intervals/Intervals.tsx')),
  },
} as const satisfies Readonly<Record<string, View>>;

export type ViewName = keyof typeof views;

export const frameOf = (name: ViewName): View['frame'] => (views[name] as View).frame;

/** The views that a person's roles open. */
export const viewsOf = (roles: readonly Role[]): readonly ViewName[] =>
  (Object.keys(views) as ViewName[]).filter((name) =>
    views[name].roles.some((role) => roles.includes(role)),
  );
