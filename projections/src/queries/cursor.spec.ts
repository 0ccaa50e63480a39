import { describe, expect, it } from 'vitest';
import { type Cursor, compareCursors, formatCursor, parseCursor } from './cursor.ts';

describe('a cursor', () => {
  it('is compared as two numbers, not as text', () => {
    const sorted = ['10.1', '9.2', '9.10', '0.0'] as Cursor[];
    expect(sorted.sort(compareCursors)).toEqual(['0.0', '9.2', '9.10', '10.1']);
    expect(compareCursors(formatCursor(2n ** 62n, 1), formatCursor(2n ** 62n + 1n, 0))).toBe(-1);
  });

  it('is read strictly', () => {
    expect(parseCursor('007.2')).toBe('7.2');
    for (const text of ['', '1', '1.', '.1', '-1.0', '1.2.3', '1.x', '9'.repeat(19).concat('.0')])
      expect(parseCursor(text)).toBeUndefined();
  });
});
