import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exclusionTexts, intervalDefinition, intervalDefinitions } from './intervals.ts';

const page = readFileSync(new URL('../../../docs/INTERVALS.md', import.meta.url), 'utf8');
const screaming = (word: string): string => word.replace(/[A-Z]/g, '_$&').toUpperCase();

/** The page's table row that begins so, without the padding. */
const rowOf = (word: string): string =>
  (page.split('\n').find((line) => line.startsWith(`| \`${screaming(word)}\``)) ?? '')
    .split('|')
    .map((cell) => cell.trim())
    .join('|');

describe('[X48] docs/INTERVALS.md', () => {
  it.each(intervalDefinitions)('defines $span as the code does', ({ span, of, text }) => {
    expect(rowOf(span)).toBe(`|\`${screaming(span)}\`|${of}|${text.en}|${text.zh}|`);
    expect(intervalDefinition(span).text).toEqual(text);
  });

  it.each(Object.entries(exclusionTexts))('says what %s means', (reason, { en, zh }) => {
    expect(rowOf(reason)).toBe(`|\`${screaming(reason)}\`|${en}|${zh}|`);
  });
});
