import { type ReactNode, useId } from 'react';

/** What an input takes over from its field, so that a reader hears the label, the help and the fault. */
export interface FieldProps {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

export function Field({
  label,
  help,
  fault,
  children,
}: {
  label: string;
  help?: string | undefined;
  fault?: string | undefined;
  children: (props: FieldProps) => ReactNode;
}) {
  const id = useId();
  const note = fault ?? help;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-invalid': fault !== undefined,
        'aria-describedby': note === undefined ? undefined : `${id}-note`,
      })}
      {note !== undefined && (
        <p id={`${id}-note`} className={fault === undefined ? 'help' : 'fault'}>
          {note}
        </p>
      )}
    </div>
  );
}
