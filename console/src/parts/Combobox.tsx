import { useId, useState } from 'react';
import { moved } from '../store/selection.ts';
import type { FieldProps } from './Field.tsx';

export interface Option {
  readonly id: string;
  readonly text: string;
  readonly also?: string;
}

/**
 * A text field that offers what matches while one types. Enter or a click takes the option;
 * text that matches nothing stays as it was typed.
 */
export function Combobox({
  field,
  text,
  options,
  onText,
  onPick,
}: {
  field: FieldProps;
  text: string;
  options: readonly Option[];
  onText: (text: string) => void;
  onPick: (option: Option) => void;
}) {
  const list = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState<string | null>(null);
  const ids = options.map((option) => option.id);
  const shown = open && options.length > 0;

  const pick = (id: string | null): void => {
    const option = options.find((one) => one.id === id);
    if (!option) return;
    onPick(option);
    setOpen(false);
    setActive(null);
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key === 'Escape' || event.key === 'Tab') setOpen(false);
    if (event.key === 'Enter' && shown && active !== null) {
      event.preventDefault();
      pick(active);
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      setActive(moved(ids, active, event.key));
    }
  };

  return (
    <div className="combobox">
      <input
        {...field}
        role="combobox"
        autoComplete="off"
        aria-expanded={shown}
        aria-controls={list}
        aria-activedescendant={active === null ? undefined : `${list}-${active}`}
        value={text}
        onChange={(event) => {
          onText(event.target.value);
          setOpen(true);
          setActive(null);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {shown && (
        <div role="listbox" id={list} className="options">
          {options.map((option) => (
            <div
              key={option.id}
              id={`${list}-${option.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={option.id === active}
              onMouseDown={(event) => {
                event.preventDefault();
                pick(option.id);
              }}
            >
              {option.text} {option.also && <small>{option.also}</small>}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
