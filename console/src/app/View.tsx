import { Suspense } from 'react';
import { Waiting } from '../parts/Waiting.tsx';
import { type ViewName, views } from './views.ts';

export function View({ name }: { name: ViewName }) {
  const Shown = views[name].shown;
  return (
    <Suspense fallback={<Waiting />}>
      <Shown />
    </Suspense>
  );
}
