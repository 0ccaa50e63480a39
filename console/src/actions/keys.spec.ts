// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { definitions } from './definitions.ts';
import { pressDoor } from './doors.ts';
import { actionOn, isSingle, isTypedInto } from './keys.ts';

const press = (key: string, init: KeyboardEventInit = {}): KeyboardEvent =>
  new KeyboardEvent('keydown', { key, ...init });
const element = (html: string): Element => {
  document.body.innerHTML = html;
  const [first] = document.body.children;
  if (!first) throw new RangeError('no element');
  return first;
};

describe('[V7] single keys', () => {
  it('mean what their place says', () => {
    expect(actionOn('a', 'dispatch')).toBe('assign');
    expect(actionOn('A', 'department')).toBe('accept');
    expect(actionOn('a', 'supplies')).toBeUndefined();
    expect(actionOn('?', 'supplies')).toBe('help');
  });

  it('never act while something is typed', () => {
    for (const typed of ['<input>', '<textarea></textarea>', '<select></select>'])
      expect(isTypedInto(element(typed))).toBe(true);
    expect(isTypedInto(element('<input type="checkbox">'))).toBe(false);
    expect(isTypedInto(element('<button></button>'))).toBe(false);
  });

  it('stand alone: not held, not with another key, not within the input of a character', () => {
    expect(isSingle(press('a'))).toBe(true);
    for (const init of [
      { ctrlKey: true },
      { altKey: true },
      { metaKey: true },
      { repeat: true },
      { isComposing: true },
    ])
      expect(isSingle(press('a', init))).toBe(false);
  });
});

describe('[V8] an action’s key presses its button', () => {
  let pressed: string[];
  const draw = (html: string): void => {
    document.body.innerHTML = html;
    pressed = [];
    for (const button of document.querySelectorAll('button'))
      button.addEventListener('click', () => pressed.push(button.id));
  };
  beforeEach(() => draw(''));

  it('and nothing where there is none or it is switched off', () => {
    draw('<button data-action="note" id="a" disabled></button>');
    expect(pressDoor('note')).toBe(false);
    expect(pressed).toEqual([]);
  });

  it('the one that is near; with several and none near it only goes there first', () => {
    draw(`<ul><li data-scope><button data-action="urge" id="a"></button></li>
      <li data-scope><button data-action="urge" id="b"></button><button id="c"></button></li></ul>`);
    pressDoor('urge');
    expect(pressed).toEqual([]);
    expect(document.activeElement?.id).toBe('a');
    document.getElementById('c')?.focus();
    pressDoor('urge');
    expect(pressed).toEqual(['b']);
  });

  it('a guarded one at the second press', () => {
    expect(definitions.contain.guarded).toBe(true);
    draw('<button data-action="contain" id="a"></button>');
    pressDoor('contain');
    expect(pressed).toEqual([]);
    pressDoor('contain');
    expect(pressed).toEqual(['a']);
  });

  it('within a folded part it unfolds that first', () => {
    draw('<details><summary></summary><button data-action="level" id="a"></button></details>');
    pressDoor('level');
    expect(pressed).toEqual(['a']);
    expect(document.querySelector('details')?.open).toBe(true);
  });
});
