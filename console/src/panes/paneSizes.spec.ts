// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readSizes, resized, usualSizes } from './paneSizes.ts';

describe('[V34] the sizes of panes', () => {
  it.each([
    ['queue', 30, 30],
    ['queue', 3, 14],
    ['queue', 90, 45],
    ['incident', 90, 60],
    ['units', 90, 60],
    ['units', 0, 8],
  ] as const)('%s at %i becomes %i', (pane, wanted, given) => {
    expect(resized(usualSizes, pane, wanted)[pane]).toBe(given);
  });

  it('leave the map its room', () => {
    const wide = resized(usualSizes, 'incident', 60);
    expect(resized(wide, 'queue', 45).queue).toBe(32);
  });

  it('come back as they were kept, and as usual from anything else', () => {
    const sizes = resized(usualSizes, 'units', 30);
    expect(readSizes(JSON.stringify(sizes))).toEqual(sizes);
    expect(readSizes(null)).toEqual(usualSizes);
    expect(readSizes('{"queue":"wide","units":1e9}')).toEqual({ ...usualSizes, units: 60 });
    expect(readSizes('[')).toEqual(usualSizes);
  });
});
