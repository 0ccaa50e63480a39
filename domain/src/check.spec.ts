import { describe, expect, it } from 'vitest';
import { firstFault, longText, oneOfFault, optionalTextFault, textFault } from './check.ts';

describe('[B1] a text', () => {
  it.each([
    ['empty', '', 'required'],
    ['blank', ' \t\n', 'required'],
    ['20 kB', 'x'.repeat(20_480), 'tooLong'],
    ['NUL', 'a\u0000b', 'controlCharacters'],
    ['escape', '\u001b[31m', 'controlCharacters'],
    ['C1', 'a\u0085b', 'controlCharacters'],
    ['bidi override', 'safe\u202eexe.', 'controlCharacters'],
    ['bidi isolate', 'a\u2066b', 'controlCharacters'],
    ['half a character', 'a\ud83d', 'controlCharacters'],
  ])('is refused: %s', (_, value, code) =>
    expect(textFault(value, 'what', longText)).toMatchObject({ rejected: code, field: 'what' }),
  );
  it.each([
    ['Chinese', '楼道里有煤气味，三楼。'],
    ['lines and tabs', 'one\r\n\ttwo'],
    ['emoji and accents', '🔥 café'],
    ['Arabic with its marks', 'غاز\u200f'],
    ['as long as it may be', 'x'.repeat(longText)],
  ])('is taken: %s', (_, value) => expect(textFault(value, 'what', longText)).toBeUndefined());
  it('may be left out or empty where it is optional', () => {
    expect(optionalTextFault(undefined, 'note', 10)).toBeUndefined();
    expect(optionalTextFault('', 'note', 10)).toBeUndefined();
    expect(optionalTextFault('x'.repeat(11), 'note', 10)).toMatchObject({
      rejected: 'tooLong',
      facts: { max: 10, length: 11 },
    });
  });
});

it('a choice names what is allowed', () => {
  expect(oneOfFault('c', ['a', 'b'], 'x')).toEqual({
    rejected: 'notOneOf',
    facts: { allowed: 'a, b', value: 'c' },
    field: 'x',
  });
  expect(oneOfFault('a', ['a', 'b'], 'x')).toBeUndefined();
  expect(oneOfFault(undefined, ['a'], 'x')).toBeUndefined();
});

it('the first fault counts', () => {
  const [one, two] = [textFault('', 'one', 1), textFault('', 'two', 1)];
  expect(firstFault(undefined, one, two)).toBe(one);
  expect(firstFault(undefined)).toBeUndefined();
});
