import { lazy, Suspense, useState } from 'react';
import type { Entry, Incident } from '../../api/types.ts';
import { useText } from '../../i18n/text.ts';
import { Waiting } from '../../parts/Waiting.tsx';

const Forms = lazy(() => import('./Forms.tsx').then((module) => ({ default: module.Forms })));

/** The incident's forms, at hand where it is worked on; fetched when somebody wants one. */
export function FormsFold(props: { incident: Incident; entries: readonly Pick<Entry, 'actor'>[] }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <details
      className="actions"
      data-testid="forms-fold"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{t('forms.title')}</summary>
      {open && (
        <Suspense fallback={<Waiting rows={3} />}>
          <Forms {...props} />
        </Suspense>
      )}
    </details>
  );
}
