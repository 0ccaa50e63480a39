import fc from 'fast-check';
import { v5 } from 'uuid';
import { expect, it } from 'vitest';
import { derivedId } from './derivedId.ts';

const namespace = '5e0a7c34-1b1f-5d0e-9b52-3f2a4e0c8d11';

it('is the UUID of version 5 that another implementation derives', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (parts) => {
      expect(derivedId(...parts)).toBe(v5(parts.join('\u001f'), namespace));
    }),
  );
});

it('keeps apart where one part ends and the next begins', () => {
  expect(derivedId('a', 'b')).not.toBe(derivedId('ab'));
  expect(derivedId('a', 'b')).toBe(derivedId('a', 'b'));
});
