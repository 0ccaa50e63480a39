import { type FormEvent, useState } from 'react';
import { erasePersonalData } from '../../api/documents/personalData.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { CommandOutcome } from '../../parts/CommandOutcome.tsx';
import { Field } from '../../parts/Field.tsx';

const fields = ['incident', 'reason'];

/** Destroys the keys to the persons of an incident that has ended; it cannot be taken back. */
export function ErasePersonalData() {
  const { city } = useDesk().city;
  const { t } = useWords();
  const [incident, setIncident] = useState('');
  const [reason, setReason] = useState('');
  const [erased, setErased] = useState<string>();
  const command = useCommand(erasePersonalData, () => {
    setErased(incident.trim());
    setIncident('');
    setReason('');
  });
  const { state, busy } = command;
  const refused = (field: string): string | undefined =>
    state.at === 'rejected' && state.result.field === field ? state.result.message : undefined;
  const erase = (event: FormEvent): void => {
    event.preventDefault();
    setErased(undefined);
    command.run({ incident: incident.trim(), city: city.id, reason: reason.trim() });
  };
  return (
    <section aria-label={t('erase.title')} data-testid="erase-personal-data">
      <h2>{t('erase.title')}</h2>
      <p>{t('erase.text')}</p>
      <form className="text-command" onSubmit={erase}>
        <Field label={t('erase.incident')} fault={refused('incident')}>
          {(props) => (
            <input
              {...props}
              required
              autoComplete="off"
              data-testid="erase-incident"
              value={incident}
              onChange={(event) => setIncident(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('form.reason')} fault={refused('reason')}>
          {(props) => (
            <textarea
              {...props}
              required
              rows={2}
              data-testid="erase-reason"
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <p className="warning">{t('erase.warning')}</p>
        <div className="buttons">
          <button type="submit" data-action="erase" className="primary" disabled={busy}>
            {t('erase.submit')}
          </button>
        </div>
        <CommandOutcome state={state} fields={fields} onAgain={command.again} />
        {erased !== undefined && (
          <p role="status" data-testid="erase-done">
            {t('erase.done', { incident: erased })}
          </p>
        )}
      </form>
    </section>
  );
}
