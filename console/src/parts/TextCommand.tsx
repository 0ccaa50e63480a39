import { type FormEvent, type KeyboardEvent, useState } from 'react';
import type { CommandVariables } from '../api/command.ts';
import type { Commanding } from '../api/useCommand.ts';
import { useText } from '../i18n/text.ts';
import { FormCompany } from '../views/incident/FormCompany.tsx';
import { CommandOutcome } from './CommandOutcome.tsx';
import { Field } from './Field.tsx';

/** What a form knows of the command that it gives; as `useCommand` has it. */
export type Given = Pick<Commanding<CommandVariables>, 'name' | 'state' | 'busy' | 'again'>;

/**
 * A command that needs one text: the form it is written in, and what became of it.
 * `warning` says what cannot be taken back, once, before the button.
 */
export function TextCommand({
  label,
  submit,
  warning,
  field,
  command,
  onSubmit,
  onBack,
  children,
  optional = false,
}: {
  label: string;
  submit: string;
  warning?: string | undefined;
  /** The input's name in the server's rejections. */
  field: string;
  command: Given;
  onSubmit: (text: string, revision?: string) => void;
  onBack: () => void;
  children?: React.ReactNode;
  optional?: boolean;
}) {
  const t = useText();
  const [text, setText] = useState('');
  const { state, busy } = command;
  const fault =
    state.at === 'rejected' && state.result.field === field ? state.result.message : undefined;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit(text.trim());
  };
  // What was typed is left by its button only.
  const leave = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && text === '' && !busy) onBack();
  };
  return (
    <form className="text-command" onSubmit={send} onKeyDown={leave}>
      <FormCompany form={command.name} />
      {children}
      <Field label={label} fault={fault}>
        {(props) => (
          <textarea
            {...props}
            // biome-ignore lint/a11y/noAutofocus: the person has just opened this form to write in it
            autoFocus
            rows={2}
            required={!optional}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {warning !== undefined && <p className="warning">{warning}</p>}
      <div className="buttons">
        <button type="submit" className="primary" disabled={busy}>
          {submit}
        </button>
        <button type="button" onClick={onBack}>
          {t('action.back')}
        </button>
      </div>
      <CommandOutcome
        state={state}
        fields={[field]}
        onAgain={command.again}
        onResend={(revision) => onSubmit(text.trim(), revision)}
      />
    </form>
  );
}
