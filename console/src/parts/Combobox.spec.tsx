// @vitest-environment happy-dom
import { act, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Combobox, type Option } from './Combobox.tsx';
import { Field } from './Field.tsx';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
const streets: readonly Option[] = [
  { id: 's1', text: 'Riverside Road', also: '滨江路' },
  { id: 's2', text: 'New River Street', also: '新江街' },
];

function Picker({ onPick }: { onPick: (id: string) => void }) {
  const [text, setText] = useState('');
  return (
    <Field label="Street">
      {(field) => (
        <Combobox
          field={field}
          text={text}
          options={streets}
          onText={setText}
          onPick={(option) => onPick(option.id)}
        />
      )}
    </Field>
  );
}

let root: Root;
let picked: string[];
beforeEach(() => {
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  root = createRoot(place);
  picked = [];
  act(() => root.render(<Picker onPick={(id) => picked.push(id)} />));
});
afterEach(() => act(() => root.unmount()));

function input(): HTMLInputElement {
  const found = document.querySelector('input');
  if (!found) throw new Error('no input');
  return found;
}
const press = (key: string): void =>
  act(() => {
    input().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });

describe('a combobox', () => {
  it('opens on an arrow, names the active option and takes it on Enter', () => {
    press('ArrowDown');
    press('ArrowDown');
    const active = input().getAttribute('aria-activedescendant') ?? '';
    expect(document.getElementById(active)?.textContent).toContain('New River Street');
    press('Enter');
    expect(picked).toEqual(['s2']);
    expect(document.querySelector('[role="listbox"]')).toBeNull();
  });

  it('closes on Escape without taking anything', () => {
    press('ArrowDown');
    expect(document.querySelectorAll('[role="option"]')).toHaveLength(2);
    press('Escape');
    expect(document.querySelector('[role="listbox"]')).toBeNull();
    expect(picked).toEqual([]);
  });

  it('is labelled by its field', () => {
    expect(document.querySelector('label')?.htmlFor).toBe(input().id);
  });
});
