import { expect, it } from 'vitest';
import { planFor } from './plan.ts';

const here = 'https://tocsin.example';
const get = (path: string, mode = 'cors', method = 'GET') =>
  planFor({ method, mode, url: new URL(path, here).href }, here);

it('[V53] keeps the page and the files that never change, and no answer of the server', () => {
  expect(get('/', 'navigate')).toBe('page');
  expect(get('/#/department', 'navigate')).toBe('page');
  expect(get('/assets/index-4f2a.js')).toBe('asset');
  for (const path of ['/graphql', '/healthz', '/sw.js', '/manifest.webmanifest', '/reports/7'])
    expect(get(path)).toBe('through');
  expect(get('/graphql', 'navigate')).toBe('through');
  expect(get('/', 'cors')).toBe('through');
  expect(get('/assets/index-4f2a.js', 'cors', 'POST')).toBe('through');
  expect(get('https://tiles.example/assets/7.png')).toBe('through');
});
