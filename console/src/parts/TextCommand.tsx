import { type FormEvent, useState } from 'react';
import { useText } from '../i18n/text.ts';
import type { CommandState } from '../store/commandState.ts';
import { CommandOutcome } from './CommandOutcome.tsx';
import { Field } from './Field.tsx';

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
  command: { readonly state: CommandState; readonly busy: boolean; readonly again: () => void };
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
  return (
    <form className="text-command" onSubmit={send}>
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
