import { useState } from 'react';
import { useWords } from '../../app/words.ts';
import { Field } from '../../parts/Field.tsx';
import { CouldSee } from './CouldSee.tsx';
import { isId } from './filter.ts';
import { Holds } from './Holds.tsx';

/** Of one incident: who could have seen it at a moment, what shows that they did, and who holds it. */
export function IncidentAccess({ id }: { id: string }) {
  const { t, toEntered, fromEntered } = useWords();
  const [entered, setEntered] = useState(() => toEntered(new Date().toISOString()));
  const at = fromEntered(entered);
  if (!isId(id)) return null;
  return (
    <section className="pane side" aria-label={t('access.ofIncident')}>
      <div className="pane-head">
        <h2>{t('access.ofIncident')}</h2>
      </div>
      <Holds id={id} />
      <Field label={t('access.moment')}>
        {(field) => (
          <input
            {...field}
            type="datetime-local"
            step={1}
            value={entered}
            data-testid="could-see-at"
            onChange={(event) => setEntered(event.target.value)}
          />
        )}
      </Field>
      {at !== '' && <CouldSee id={id} at={at} />}
    </section>
  );
}
