import { lazy, Suspense } from 'react';
import { Waiting } from '../parts/Waiting.tsx';
import type { ViewName } from './desk.ts';

const Dispatch = lazy(() => import('../views/dispatch/Dispatch.tsx'));
const Department = lazy(() => import('../views/department/Department.tsx'));
const Audit = lazy(() => import('../views/audit/Audit.tsx'));
const Admin = lazy(() => import('../views/admin/Admin.tsx'));

const views = { dispatch: Dispatch, department: Department, audit: Audit, admin: Admin } as const;

export function View({ name }: { name: ViewName }) {
  const Shown = views[name];
  return (
    <Suspense fallback={<Waiting />}>
      <Shown />
    </Suspense>
  );
}
