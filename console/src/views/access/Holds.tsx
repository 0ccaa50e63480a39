import { useState } from 'react';
import { holdsDocument, liftLegalHold, placeLegalHold } from '../../api/documents/access.ts';
import { useAsked } from '../../api/useAsked.ts';
import { allows, useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { Act } from '../command/Act.tsx';
import { CommandForm, type FormField } from '../command/CommandForm.tsx';

/** The legal holds of an incident's record; placing one, lifting one, each with a reason. */
export function Holds({ id }: { id: string }) {
  const { viewer } = useDesk();
  const { t, full, actor } = useWords();
  const [changes, setChanges] = useState(0);
  const asked = useAsked(holdsDocument, { id }, String(changes));
  if (asked.at === 'loading') return <Waiting rows={2} />;
  if (asked.at === 'failed') return <Failed why={asked.why} />;
  const { retention } = asked.data;
  const reason: readonly FormField[] = [
    { name: 'reason', label: t('access.reason'), kind: 'long' },
  ];
  const changed = (done: () => void) => (): void => {
    done();
    setChanges((before) => before + 1);
  };
  return (
    <>
      <h3>{t(retention.held ? 'access.held' : 'access.notHeld')}</h3>
      <ul className="rows">
        {retention.holds.map((hold) => (
          <li key={hold.id} data-testid="hold" data-lifted={hold.lifted !== null}>
            <p>{hold.reason}</p>
            <p className="quiet">
              {full(hold.placed.occurredAt)} · {actor(hold.placed.by)}
              {hold.lifted !== null &&
                ` — ${t('access.lifted')} ${full(hold.lifted.occurredAt)} · ${actor(hold.lifted.by)} · ${hold.lifted.note ?? ''}`}
            </p>
            {hold.lifted === null && allows(viewer.may, 'liftLegalHold') && (
              <Act action="liftHold" text={t('access.lift')}>
                {(done) => (
                  <CommandForm
                    document={liftLegalHold}
                    fields={reason}
                    submit={t('access.lift')}
                    said={({ reason: why = '' }) => ({
                      incident: id,
                      hold: hold.id,
                      reason: why.trim(),
                    })}
                    onDone={changed(done)}
                  />
                )}
              </Act>
            )}
          </li>
        ))}
      </ul>
      {allows(viewer.may, 'placeLegalHold') && (
        <Act action="preserve" text={t('access.place')}>
          {(done) => (
            <CommandForm
              document={placeLegalHold}
              fields={reason}
              submit={t('access.place')}
              said={({ reason: why = '' }) => ({
                incident: id,
                hold: crypto.randomUUID(),
                reason: why.trim(),
              })}
              onDone={changed(done)}
            />
          )}
        </Act>
      )}
    </>
  );
}
