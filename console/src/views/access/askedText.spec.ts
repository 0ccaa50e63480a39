import { describe, expect, it } from 'vitest';
import type { Text } from '../../i18n/text.ts';
import { askedText } from './askedText.ts';

const t: Text = (key, facts) => (facts ? `${key} ${JSON.stringify(facts)}` : key);

describe('what the access log says was asked for', () => {
  it.each([
    ['recordChanges', 'access.asked.recordChanges'],
    ['placeLegalHold', 'access.place'],
    ['incident board', 'access.boardThen {"board":"incident"}'],
    ['tocsin archive', 'tocsin archive'],
    ['toString', 'toString'],
  ])('of %s reads %s', (what, text) => {
    expect(askedText(t, what)).toBe(text);
  });
});
