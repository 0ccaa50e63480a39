import { type FormEvent, useState } from 'react';
import { changePosture } from '../../api/documents/warnings.ts';
import type { Posture } from '../../api/types.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { Choice } from '../../parts/Choice.tsx';
import { CommandOutcome } from '../../parts/CommandOutcome.tsx';
import { Field } from '../../parts/Field.tsx';
import { deadlineFactor, postures } from '../../store/posture.ts';

/** Another posture, why, and once more whether it is meant: it concerns everybody in the city. */
export function PostureForm({ now, onDone }: { now: Posture; onDone: () => void }) {
  const { city } = useDesk();
  const { t } = useWords();
  const [wanted, setWanted] = useState<Posture>(now);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const command = useCommand(changePosture, onDone);
  const { state } = command;
  const fault =
    state.at === 'rejected' && state.result.field === 'reason' ? state.result.message : undefined;
  const factor = deadlineFactor(city.city.rules.postures, wanted);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (asked) command.run({ city: city.city.id, posture: wanted, reason: reason.trim() });
    else setAsked(true);
  };
  return (
    <form className="command-form" onSubmit={send}>
      <Choice
        label={t('posture.change')}
        value={wanted}
        options={postures.map((value) => ({ value, text: t(`posture.${value}`) }))}
        onChange={(value) => {
          setWanted(value);
          setAsked(false);
        }}
      />
      <Field label={t('posture.reason')} fault={fault}>
        {(props) => (
          <textarea
            {...props}
            rows={2}
            required
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {asked && (
        <p className="warning" role="alert">
          {t('posture.confirm', { posture: t(`posture.${wanted}`), factor })}
        </p>
      )}
      <div className="buttons">
        <button
          type="submit"
          className="primary"
          data-testid="posture-submit"
          disabled={command.busy || wanted === now}
        >
          {asked ? t('posture.confirmed') : t('posture.change')}
        </button>
        <button type="button" onClick={asked ? () => setAsked(false) : onDone}>
          {t('action.back')}
        </button>
      </div>
      <CommandOutcome state={state} fields={['reason']} onAgain={command.again} />
    </form>
  );
}
