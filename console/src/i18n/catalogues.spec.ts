import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { zh } from './zh.ts';

type Tree = { readonly [name: string]: string | Tree };

const leaves = (tree: Tree, before = ''): [string, string][] =>
  Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string' ? [[`${before}${name}`, value]] : leaves(value, `${before}${name}.`),
  );
const stem = (key: string): string => key.replace(/_(one|other)$/, '');
const keys = (tree: Tree): string[] => [...new Set(leaves(tree).map(([key]) => stem(key)))].sort();
const facts = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(String).sort();

const source = fileURLToPath(new URL('..', import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.(spec|gen)\./.test(name))
  .map((name) => readFileSync(join(source, name), 'utf8'));

/** Keys that the sources name: whole ones, and the fixed part before a filled-in one. */
function used(): { whole: Set<string>; begun: string[] } {
  const whole = new Set<string>();
  const begun: string[] = [];
  for (const text of files) {
    for (const [, key] of text.matchAll(/'([a-z]\w*(?:\.\w+)+)'/gi)) if (key) whole.add(key);
    for (const [, start] of text.matchAll(/`([a-z]\w*\.[\w.]*)\$\{/gi))
      if (start) begun.push(start);
  }
  return { whole, begun };
}

describe('the catalogues', () => {
  it('have the same keys in Chinese and English', () => {
    expect(keys(zh)).toEqual(keys(en));
  });

  it('have a text under every key', () => {
    expect([...leaves(en), ...leaves(zh)].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('tell the same facts in both languages, plural forms aside', () => {
    const english = new Map(leaves(en));
    const differing = leaves(zh).filter(([key, text]) => {
      const other = english.get(key);
      return (
        other !== undefined &&
        !key.endsWith('_other') &&
        String(facts(text)) !== String(facts(other))
      );
    });
    expect(differing).toEqual([]);
  });

  it('have every key that a component names', () => {
    const sections = new Set(Object.keys(en));
    const known = new Set(keys(en));
    const missing = [...used().whole].filter(
      (key) => sections.has(key.split('.')[0] ?? '') && !known.has(key) && !/\.tsx?$/.test(key),
    );
    expect(missing).toEqual([]);
  });

  it('have no key that nobody names', () => {
    const { whole, begun } = used();
    const idle = keys(en).filter(
      (key) => !whole.has(key) && !begun.some((start) => key.startsWith(start)),
    );
    expect(idle).toEqual([]);
  });
});
