// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { go, readRoute, route, writeRoute } from './route.ts';

describe('addresses', () => {
  it.each([
    ['', []],
    ['#/', []],
    ['#/audit/5f0a/12', ['audit', '5f0a', '12']],
    ['#/a%2Fb/%E6%B1%9F', ['a/b', '江']],
    ['#/bad%E0', ['bad%E0']],
  ])('%s is read', (hash, parts) => {
    expect(readRoute(hash)).toEqual(parts);
  });

  it('come back as they were written', () => {
    const parts = ['audit', 'a/b', '江', '0'];
    expect(readRoute(writeRoute(...parts))).toEqual(parts);
  });

  it('tell those who watch', () => {
    const seen: (readonly string[])[] = [];
    const stop = route.watch(() => seen.push(route.get()));
    go(['audit', 'x']);
    go(['audit', 'x']);
    stop();
    expect(seen).toEqual([['audit', 'x']]);
    expect(window.location.hash).toBe('#/audit/x');
  });
});
