import { type FormEvent, useState } from 'react';
import { requestUnits } from '../../api/documents/plans.ts';
import type { Incident } from '../../api/types.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useWords } from '../../app/words.ts';
import { CommandOutcome } from '../../parts/CommandOutcome.tsx';
import { Field } from '../../parts/Field.tsx';
import { useAllRows } from '../../store/useRows.ts';
import { useBoards } from '../dispatch/boards.ts';

/** Asks for so many units with a capability that some unit of the city has. */
export function RequestUnitsForm({ incident, onDone }: { incident: Incident; onDone: () => void }) {
  const { t, capability: nameOf } = useWords();
  const { units } = useBoards();
  const rows = useAllRows(units.store);
  const known = [...new Set(rows.flatMap((row) => row.capabilities))].toSorted();
  const [capability, setCapability] = useState('');
  const [count, setCount] = useState('1');
  const [note, setNote] = useState('');
  const command = useCommand(requestUnits, onDone);
  const { state } = command;
  const fault = (field: string): string | undefined =>
    state.at === 'rejected' && state.result.field === field ? state.result.message : undefined;
  const send = (event?: FormEvent): void => {
    event?.preventDefault();
    const wanted = { capability, count: Number(count), note: note.trim() || null };
    command.run({ incident: incident.id, request: crypto.randomUUID(), ...wanted });
  };
  return (
    <form className="request-units" onSubmit={send}>
      <Field label={t('unitRequest.capability')} fault={fault('capability')}>
        {(props) => (
          <select
            {...props}
            required
            value={capability}
            onChange={(event) => setCapability(event.target.value)}
          >
            <option value="" />
            {known.map((one) => (
              <option key={one} value={one}>
                {nameOf(one)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('unitRequest.count')} fault={fault('count')}>
        {(props) => (
          <input
            {...props}
            type="number"
            min={1}
            required
            value={count}
            onChange={(event) => setCount(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('unitRequest.note')} fault={fault('note')}>
        {(props) => (
          <input {...props} value={note} onChange={(event) => setNote(event.target.value)} />
        )}
      </Field>
      <div className="buttons">
        <button type="submit" className="primary" disabled={command.busy}>
          {t('unitRequest.submit')}
        </button>
        <button type="button" onClick={onDone}>
          {t('action.back')}
        </button>
      </div>
      <CommandOutcome
        state={state}
        fields={['capability', 'count', 'note']}
        onAgain={command.again}
      />
    </form>
  );
}
