import { type FormEvent, useState } from 'react';
import { confirmIncident } from '../../api/documents/incidentCommands.ts';
import type { Incident, IncidentClass } from '../../api/types.ts';
import { useCommand, useRevisionSeen } from '../../api/useCommand.ts';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { CommandOutcome } from '../../parts/CommandOutcome.tsx';
import { Field } from '../../parts/Field.tsx';
import { FormCompany } from '../incident/FormCompany.tsx';
import { Judgement } from './Judgement.tsx';

interface Judged {
  readonly type: string;
  readonly class: IncidentClass;
  readonly grade: number;
  readonly priority: number;
}

/** Confirms a report as an incident of a type, whose class, grade and priority can be changed. */
export function ConfirmForm({
  incident,
  onUse,
  onDone,
}: {
  incident: Incident;
  /** Told when the person begins to fill it in. */
  onUse: () => void;
  onDone: () => void;
}) {
  const seen = useRevisionSeen(incident.revision);
  const { city } = useDesk();
  const { t, name } = useWords();
  const [judged, setJudged] = useState<Judged | null>(null);
  const command = useCommand(confirmIncident, onDone);
  const choose = (id: string): void => {
    onUse();
    const type = city.types.get(id);
    if (type)
      setJudged({ type: type.id, class: type.class, grade: type.grade, priority: type.priority });
  };
  const { type, class: kind, grade, priority } = incident;
  const differs =
    type !== null &&
    (type !== judged?.type || grade !== judged.grade || priority !== judged.priority);
  const other = differs ? city.types.get(type) : undefined;
  const takeOver = (): void => {
    if (other)
      setJudged({
        type: other.id,
        class: kind ?? other.class,
        grade: grade ?? other.grade,
        priority: priority ?? other.priority,
      });
  };
  const run = (revision: string): void => {
    if (judged) command.run({ incident: incident.id, confirm: judged }, revision);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    run(seen);
  };
  return (
    <form className="confirm" onSubmit={submit}>
      {judged && <FormCompany form={command.name} />}
      {judged && other && (
        <p className="meanwhile" role="status" data-testid="meanwhile-judgement">
          {t('presence.judged', { type: name(other.name) })}{' '}
          <button type="button" onClick={takeOver}>
            {t('form.takeOver')}
          </button>
        </p>
      )}
      <Field label={t('form.type')} help={t('form.fromType')}>
        {(props) => (
          <select
            {...props}
            data-testid="incident-type"
            required
            value={judged?.type ?? ''}
            onChange={(event) => choose(event.target.value)}
          >
            <option value="" disabled>
              {t('form.chooseType')}
            </option>
            {city.city.types.map((type) => (
              <option key={type.id} value={type.id}>
                {name(type.name)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {judged && (
        <Judgement judged={judged} onChange={(change) => setJudged({ ...judged, ...change })} />
      )}
      <div className="buttons">
        <button type="submit" className="primary" disabled={judged === null || command.busy}>
          {t('action.confirm')}
        </button>
        <button type="button" onClick={onDone}>
          {t('action.back')}
        </button>
      </div>
      <CommandOutcome state={command.state} onAgain={command.again} onResend={run} />
    </form>
  );
}
