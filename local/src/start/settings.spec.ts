import { expect, it } from 'vitest';
import { readSettings } from './settings.ts';

it('has defaults, also for variables that are set to nothing', () => {
  const wanted = { host: '127.0.0.1', port: 4000, demo: true };
  expect(readSettings({})).toEqual(wanted);
  expect(readSettings({ PORT: '', HOST: '', EVENTSTORE_URL: '', DATABASE_URL: '' })).toEqual(
    wanted,
  );
});

it('reads what is set', () => {
  const env = {
    HOST: '::1',
    PORT: '80',
    EVENTSTORE_URL: 'esdb+discover://a:2113,b:2113',
    DATABASE_URL: 'postgres://u:p@h/d',
    TOCSIN_DEMO: 'off',
    TOCSIN_KEEP_CHANGES_DAYS: '30',
    TOCSIN_MAP_URL: 'https://maps.example/style.json',
  };
  expect(readSettings(env)).toEqual({
    host: '::1',
    port: 80,
    eventStoreUrl: env.EVENTSTORE_URL,
    databaseUrl: env.DATABASE_URL,
    demo: false,
    keepChangesDays: 30,
    mapUrl: env.TOCSIN_MAP_URL,
  });
});

it.each([
  ['PORT', '-1'],
  ['PORT', '1e3'],
  ['PORT', '99999'],
  ['PORT', '4000 '],
  ['EVENTSTORE_URL', 'localhost:2113'],
  ['EVENTSTORE_URL', 'kurrentdb://localhost:2113'],
  ['DATABASE_URL', 'localhost'],
  ['TOCSIN_KEEP_CHANGES_DAYS', '0'],
  ['TOCSIN_KEEP_CHANGES_DAYS', '1.5'],
  ['TOCSIN_KEEP_CHANGES_DAYS', '40000'],
  ['TOCSIN_MAP_URL', 'tiles/{z}/{x}/{y}.png'],
  ['TOCSIN_SESSION_KEY', '31 characters are not enough...'],
])('names %s when it is "%s"', (name, value) => {
  expect(() => readSettings({ [name]: value })).toThrow(name);
});
