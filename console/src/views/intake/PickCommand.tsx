import { useState } from 'react';
import { useWords } from '../../app/words.ts';
import { Field } from '../../parts/Field.tsx';
import { type Given, TextCommand } from '../../parts/TextCommand.tsx';

export interface Option {
  readonly value: string;
  readonly text: string;
}

/** A command that needs one choice and a reason. */
export function PickCommand({
  label,
  submit,
  field,
  options,
  warning,
  command,
  onSubmit,
  onBack,
}: {
  label: string;
  submit: string;
  /** The choice's name in the server's rejections. */
  field: string;
  options: readonly Option[];
  warning?: string;
  command: Given;
  onSubmit: (chosen: string, reason: string, revision?: string) => void;
  onBack: () => void;
}) {
  const { t } = useWords();
  const [value, setValue] = useState(options[0]?.value ?? '');
  const { state } = command;
  const fault =
    state.at === 'rejected' && state.result.field === field ? state.result.message : undefined;
  if (options.length === 0) return <p className="quiet">{t('judge.nothingToChoose')}</p>;
  return (
    <TextCommand
      label={t('form.reason')}
      submit={submit}
      warning={warning}
      field="reason"
      command={command}
      onBack={onBack}
      onSubmit={(reason, revision) => onSubmit(value, reason, revision)}
    >
      <Field label={label} fault={fault}>
        {(props) => (
          <select {...props} value={value} onChange={(event) => setValue(event.target.value)}>
            {options.map((one) => (
              <option key={one.value} value={one.value}>
                {one.text}
              </option>
            ))}
          </select>
        )}
      </Field>
    </TextCommand>
  );
}
