import type { ResultOf } from 'gql.tada';
import { type FormEvent, useState } from 'react';
import { ask } from '../../api/client.ts';
import { personalDataDocument } from '../../api/documents/personalData.ts';
import type { Incident } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { Field } from '../../parts/Field.tsx';

type Person = NonNullable<ResultOf<typeof personalDataDocument>['persons']>[number];

/** Who looks says why: an auditor, and whoever looks when it is over. */
const needsReason = ({ may, status }: Incident): boolean =>
  !may.includes('readPersonalData') || status === 'CLOSED' || status === 'CANCELLED';

function Persons({ persons }: { persons: readonly Person[] }) {
  const { t } = useWords();
  const told = persons.filter(({ state }) => state !== 'NONE');
  return (
    <ul className="callers" data-testid="callers">
      {told.map((person) => (
        <li key={person.report}>
          {person.state === 'KEPT'
            ? [person.name, person.phone, person.address].filter(Boolean).join(' · ')
            : t(`caller.${person.state}`)}
        </li>
      ))}
      {told.length === 0 && <li>{t('caller.NONE')}</li>}
    </ul>
  );
}

function Reason({ onSay, onBack }: { onSay: (reason: string) => void; onBack: () => void }) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const say = (event: FormEvent): void => {
    event.preventDefault();
    onSay(reason.trim());
  };
  return (
    <form className="text-command" onSubmit={say}>
      <Field label={t('caller.reason')} help={t('caller.recorded')}>
        {(props) => (
          <input
            {...props}
            required
            maxLength={500}
            data-testid="caller-reason"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <div className="buttons">
        <button type="submit" className="primary">
          {t('caller.show')}
        </button>
        <button type="button" onClick={onBack}>
          {t('action.back')}
        </button>
      </div>
    </form>
  );
}

/** Who reported: closed until somebody who may asks for it, which is recorded. */
export function Caller({ incident }: { incident: Incident }) {
  const { t } = useWords();
  const [persons, setPersons] = useState<readonly Person[]>();
  const [at, setAt] = useState<'closed' | 'reason' | 'loading' | 'failed'>('closed');
  const { state } = incident.reporter ?? { state: 'NONE' };
  const show = (reason?: string): void => {
    setAt('loading');
    ask(personalDataDocument, { incident: incident.id, reason: reason ?? null }).then(
      (answer) => {
        setPersons(answer.persons ?? []);
        setAt('closed');
      },
      () => setAt('failed'),
    );
  };
  if (persons && state !== 'ERASED') return <Persons persons={persons} />;
  const allowed =
    incident.may.includes('readPersonalData') || incident.may.includes('auditPersonalData');
  const kept = state === 'KEPT' || incident.linked.length > 0;
  if (at === 'reason') return <Reason onSay={show} onBack={() => setAt('closed')} />;
  return (
    <span data-testid="caller" data-status={state}>
      {t(`caller.${state}`)}{' '}
      {kept && allowed && (
        <button
          type="button"
          className="plain"
          data-testid="caller-show"
          disabled={at === 'loading'}
          title={t('caller.recorded')}
          onClick={() => (needsReason(incident) ? setAt('reason') : show())}
        >
          {t('caller.show')}
        </button>
      )}
      {at === 'failed' && (
        <span className="fault" role="alert">
          {t('caller.failed')}
        </span>
      )}
    </span>
  );
}
