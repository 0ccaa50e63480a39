import { type FormEvent, useState } from 'react';
import type { CommandDocument, CommandVariables, Said } from '../../api/command.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useWords } from '../../app/words.ts';
import { CommandOutcome } from '../../parts/CommandOutcome.tsx';
import { Field, type FieldProps } from '../../parts/Field.tsx';

export interface Asked {
  /** The input's name in the server's rejections. */
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'number' | 'date';
  readonly initial?: string;
  readonly optional?: boolean;
  /** A choice among these instead of free input. */
  readonly options?: readonly { readonly value: string; readonly text: string }[];
}

function Input({
  asked,
  value,
  onChange,
  props,
}: {
  asked: Asked;
  value: string;
  onChange: (value: string) => void;
  props: FieldProps;
}) {
  const { type = 'text', optional = false, options } = asked;
  if (options)
    return (
      <select
        {...props}
        required={!optional}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="" />
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    );
  return (
    <input
      {...props}
      type={type}
      required={!optional}
      {...(type === 'number' ? { min: 0, step: 1 } : {})}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** One command about supplies: what it asks for, and what became of it. What was typed stays when it is refused. */
export function SupplyForm<V extends CommandVariables>({
  document,
  asks,
  submit,
  said,
  onDone,
}: {
  document: CommandDocument<V>;
  asks: readonly Asked[];
  submit: string;
  said: (values: (name: string) => string) => Said<V>;
  onDone: () => void;
}) {
  const { t } = useWords();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const command = useCommand(document, onDone);
  const { state } = command;
  const entered = (name: string): string =>
    typed[name] ?? asks.find((one) => one.name === name)?.initial ?? '';
  const send = (event: FormEvent): void => {
    event.preventDefault();
    command.run(said((name) => entered(name).trim()));
  };
  return (
    <form className="supply-form" onSubmit={send}>
      {asks.map((asked) => (
        <Field
          key={asked.name}
          label={asked.label}
          fault={
            state.at === 'rejected' && state.result.field === asked.name
              ? state.result.message
              : undefined
          }
        >
          {(props) => (
            <Input
              asked={asked}
              props={props}
              value={entered(asked.name)}
              onChange={(value) => setTyped({ ...typed, [asked.name]: value })}
            />
          )}
        </Field>
      ))}
      <div className="buttons">
        <button type="submit" className="primary" disabled={command.busy}>
          {submit}
        </button>
        <button type="button" onClick={onDone}>
          {t('action.back')}
        </button>
      </div>
      <CommandOutcome state={state} fields={asks.map(({ name }) => name)} onAgain={command.again} />
    </form>
  );
}
