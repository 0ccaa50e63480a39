import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { CommandDocument, CommandVariables, Said } from '../../api/command.ts';
import { useCommand, useRevisionSeen } from '../../api/useCommand.ts';
import { useText } from '../../i18n/text.ts';
import { CommandOutcome } from '../../parts/CommandOutcome.tsx';
import { Field, type FieldProps } from '../../parts/Field.tsx';
import { AreaField } from '../area/AreaField.tsx';
import { FormCompany } from '../incident/FormCompany.tsx';

export interface FormField {
  readonly name: string;
  readonly label: string;
  /** Its name in the server's rejections, if it has another there. */
  readonly fault?: string;
  readonly kind?:
    | 'text'
    | 'long'
    | 'choice'
    | 'many'
    | 'when'
    | 'day'
    | 'number'
    | 'check'
    | 'area';
  /** What can be chosen; of a text what is offered while one types. */
  readonly options?: readonly { readonly value: string; readonly text: string }[];
  readonly optional?: boolean;
  readonly help?: string;
  /** Of a long text: its height in lines. */
  readonly rows?: number;
}
export type Values = Readonly<Record<string, string>>;

/** What was ticked of a field of many. */
export const listOf = (value: string | undefined): string[] =>
  (value ?? '').split('\n').filter((one) => one !== '');

function Input({
  field,
  value,
  props,
  onChange,
}: {
  field: FormField;
  value: string;
  props: FieldProps;
  onChange: (value: string) => void;
}) {
  const t = useText();
  const { kind = 'text', options = [], optional = false } = field;
  const common = { ...props, value, required: !optional };
  if (kind === 'long')
    return (
      <textarea
        {...common}
        rows={field.rows ?? 3}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  if (kind === 'choice')
    return (
      <select {...common} onChange={(event) => onChange(event.target.value)}>
        {!optional && <option value="">{t('commanding.choose')}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    );
  if (kind === 'many') {
    const chosen = listOf(value);
    const toggle = (one: string) =>
      chosen.includes(one) ? chosen.filter((each) => each !== one) : [...chosen, one];
    return (
      <fieldset id={props.id} className="ticks" aria-describedby={props['aria-describedby']}>
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="checkbox"
              checked={chosen.includes(option.value)}
              onChange={() => onChange(toggle(option.value).join('\n'))}
            />{' '}
            {option.text}
          </label>
        ))}
      </fieldset>
    );
  }
  if (kind === 'area') return <AreaField {...{ props, value, onChange }} />;
  if (kind === 'check')
    return (
      <input
        {...props}
        type="checkbox"
        checked={value === 'yes'}
        onChange={(event) => onChange(event.target.checked ? 'yes' : '')}
      />
    );
  const type = { text: 'text', number: 'number', when: 'datetime-local', day: 'date' }[kind];
  const offered = options.length === 0 ? undefined : `${props.id}-offered`;
  return (
    <>
      <input
        {...common}
        type={type}
        list={offered}
        onChange={(event) => onChange(event.target.value)}
      />
      {offered && (
        <datalist id={offered}>
          {options.map((option) => (
            <option key={option.value} value={option.value} />
          ))}
        </datalist>
      )}
    </>
  );
}

/** Whether the server's path is this field or a part of it: `area.cells[1]` is the area's. */
const isAt = ({ name, fault = name }: FormField, path: string): boolean =>
  path === fault || path.startsWith(`${fault}.`) || path.startsWith(`${fault}[`);

/** What others changed in the fields while this form was open; nothing is written over, it is offered. */
const changedMeanwhile = (
  fields: readonly FormField[],
  opened: Values,
  now: Values,
  written: Values,
): readonly Record<'name' | 'label' | 'value' | 'text', string>[] =>
  fields.flatMap(({ name, label, options = [] }) => {
    const value = now[name] ?? '';
    const isNews = value !== (opened[name] ?? '') && value !== (written[name] ?? '');
    const text = options.find((one) => one.value === value)?.text ?? value;
    return isNews ? [{ name, label, value, text }] : [];
  });

/** A command of a few fields. What was typed stays when it is refused; the fault stands at its field. */
export function CommandForm<V extends CommandVariables>({
  document,
  fields,
  submit,
  revision,
  initial = {},
  said,
  onAccepted = () => {},
  onDone,
}: {
  document: CommandDocument<V>;
  fields: readonly FormField[];
  submit: string;
  /** What the person has seen; left out for what is yet to be. */
  revision?: string;
  initial?: Values;
  said: (values: Values) => Said<V>;
  onAccepted?: () => void;
  onDone: () => void;
}) {
  const t = useText();
  const [values, setValues] = useState<Values>(initial);
  const [opened] = useState<Values>(initial);
  const changed = revision === undefined ? [] : changedMeanwhile(fields, opened, initial, values);
  const seen = useRevisionSeen(revision);
  const command = useCommand(document, () => {
    onAccepted();
    onDone();
  });
  const { state, busy } = command;
  const form = useRef<HTMLFormElement>(null);
  // A form is opened by a press, and the button may be gone with it: one goes on in its first field.
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), []);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    command.run(said(values), seen);
  };
  const path = state.at === 'rejected' ? state.result.field : null;
  const faulty = path === null ? undefined : fields.find((field) => isAt(field, path));
  const fault = state.at === 'rejected' ? state.result.message : undefined;
  return (
    <form ref={form} className="command-form" onSubmit={send}>
      <FormCompany form={command.name} />
      {fields.map((field) => (
        <Field
          key={field.name}
          label={field.label}
          help={field.help}
          fault={field === faulty ? fault : undefined}
        >
          {(props) => (
            <Input
              field={field}
              props={props}
              value={values[field.name] ?? ''}
              onChange={(value) => setValues({ ...values, [field.name]: value })}
            />
          )}
        </Field>
      ))}
      {changed.map(({ name, label, value, text }) => (
        <p key={name} className="meanwhile" role="status" data-testid={`meanwhile-${name}`}>
          {t('form.meanwhile', { label, value: text })}{' '}
          <button type="button" onClick={() => setValues({ ...values, [name]: value })}>
            {t('form.takeOver')}
          </button>
        </p>
      ))}
      <div className="buttons">
        <button type="submit" className="primary" disabled={busy}>
          {submit}
        </button>
        <button type="button" onClick={onDone}>
          {t('action.back')}
        </button>
      </div>
      <CommandOutcome
        state={state}
        fields={faulty && path !== null ? [path] : []}
        onAgain={command.again}
        onResend={(newer) => command.run(said(values), newer)}
      />
    </form>
  );
}
