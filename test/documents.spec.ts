import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

type Shape = string | { readonly [kind: string]: unknown };
interface Compatible {
  readonly whyUnreadable: (stored: Shape, read: Shape) => string;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const { whyUnreadable }: Compatible = await import(`${root}scripts/documents/compatible.mjs`);

const fields = (given: Readonly<Record<string, Shape | { optional: Shape }>>): Shape => ({
  fields: Object.fromEntries(
    Object.entries(given).map(([name, shape]) => [
      name,
      typeof shape === 'object' && 'optional' in shape
        ? { shape: shape.optional, optional: true }
        : { shape },
    ]),
  ),
});

describe('[L4] a stored shape', () => {
  it.each<[string, Shape, Shape]>([
    ['stays', fields({ a: 'string' }), fields({ a: 'string' })],
    [
      'gets an optional field',
      fields({ a: 'string' }),
      fields({ a: 'string', b: { optional: 'number' } }),
    ],
    ['gets a further word', { anyOf: ['"a"', '"b"'] }, { anyOf: ['"a"', '"b"', '"c"'] }],
    ['asks for less', fields({ a: 'string' }), fields({ a: { optional: 'string' } })],
    ['takes any text in place of a word', fields({ a: '"x"' }), fields({ a: 'string' })],
    ['is wider within a list', { list: '"a"' }, { list: { anyOf: ['"a"', '"b"'] } }],
  ])('may change: it %s', (_, stored, read) => expect(whyUnreadable(stored, read)).toBe(''));

  it.each<[string, Shape, Shape, string]>([
    ['loses a field', fields({ a: 'string' }), fields({}), 'data.a is gone'],
    [
      'gets a field that must be there',
      fields({}),
      fields({ b: 'string' }),
      'data.b is new and must be there',
    ],
    [
      'changes a type',
      fields({ a: 'string' }),
      fields({ a: 'number' }),
      'data.a was string, now number',
    ],
    [
      'asks for more',
      fields({ a: { optional: 'string' } }),
      fields({ a: 'string' }),
      'data.a was optional, now it must be there',
    ],
    ['loses a word', { anyOf: ['"a"', '"b"'] }, '"a"', 'data was "b", now "a"'],
    [
      'makes a list of a text',
      fields({ a: 'string' }),
      fields({ a: { list: 'string' } }),
      'data.a was string, now list',
    ],
    [
      'loses a field within a list',
      { list: fields({ a: 'string' }) },
      { list: fields({}) },
      'data[].a is gone',
    ],
    [
      'changes the length of a tuple',
      { tuple: ['number', 'number'] },
      { tuple: ['number'] },
      'data has another length',
    ],
  ])('must not change under its number: it %s', (_, stored, read, why) =>
    expect(whyUnreadable(stored, read)).toBe(why),
  );
});

it('the list of events, their shapes and the list of rejections are up to date', async () => {
  const script = `${root}scripts/documents.mjs`;
  await promisify(execFile)(process.execPath, [script, '--check'], { cwd: root });
});
