import { expect, it } from 'vitest';
import { peopleTable } from './peopleTable.ts';

it('lines columns up under wide characters', () => {
  const table = peopleTable([
    { account: 'chen', name: '陈静', roles: ['dispatcher'], cities: ['*'], demo: false },
    {
      account: 'al',
      name: 'Al',
      roles: ['liaison'],
      department: 'fire',
      cities: ['a'],
      demo: false,
    },
  ]);
  const [, chen = '', al = ''] = table.split('\n');
  expect(chen.indexOf('dispatcher') + '陈静'.length).toBe(al.indexOf('liaison'));
  expect(al).toMatch(/liaison +fire +a$/);
});
