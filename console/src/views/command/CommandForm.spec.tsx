// @vitest-environment happy-dom
import '../../i18n/i18n.ts';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { liftWarning } from '../../api/documents/warnings.ts';
import { CommandForm } from './CommandForm.tsx';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let root: Root;
let place: HTMLElement;
const draw = (area: string): void =>
  act(() =>
    root.render(
      <CommandForm
        document={liftWarning}
        fields={[{ name: 'reason', label: 'Reason' }]}
        submit="Send"
        revision="3"
        initial={{ reason: area }}
        said={({ reason = '' }) => ({ city: 'c', warning: 'w', reason })}
        onDone={() => {}}
      />,
    ),
  );
const input = (): HTMLInputElement => {
  const found = place.querySelector('input');
  if (!found) throw new RangeError('no input');
  return found;
};
const offer = (): HTMLElement | null => place.querySelector('[data-testid="meanwhile-reason"]');

beforeEach(() => {
  place = document.createElement('div');
  document.body.replaceChildren(place);
  root = createRoot(place);
});
afterEach(() => act(() => root.unmount()));

describe('[V14] a form that is open', () => {
  it('keeps what stands in it when another changes it, and offers the change', () => {
    draw('north wind');
    expect(offer()).toBeNull();
    draw('south wind');
    expect(input().value).toBe('north wind');
    expect(offer()?.textContent).toContain('south wind');
    act(() => offer()?.querySelector('button')?.click());
    expect(input().value).toBe('south wind');
    expect(offer()).toBeNull();
  });

  it('says nothing of a change back to what it shows', () => {
    draw('north wind');
    draw('south wind');
    draw('north wind');
    expect(offer()).toBeNull();
  });
});
