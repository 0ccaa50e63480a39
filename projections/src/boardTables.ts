import type { BoardWrites } from './boardWrites.ts';
import { filling } from './columns.ts';

/** Where everything that a batch writes goes, in the order of the statement's parameters. */
export const boardTables = [
  filling('change', (writes: BoardWrites) => writes.changes, [
    ['position', 'bigint', ({ position }) => position],
    ['ordinal', 'int', ({ ordinal }) => ordinal],
    ['board', 'text', ({ board }) => board],
    ['key', 'text', ({ key }) => key],
    ['city', 'text', ({ city }) => city],
    ['department', 'text', ({ department }) => department],
    ['row', 'json', ({ json }) => json],
    ['recorded_at', 'timestamptz', ({ recordedAt }) => recordedAt],
  ]),
  filling('timeline_row', (writes: BoardWrites) => writes.timeline, [
    ['incident', 'text', ({ incident }) => incident],
    ['revision', 'bigint', ({ revision }) => revision],
    ['row', 'json', ({ json }) => json],
  ]),
  filling(
    'incident_row',
    (writes: BoardWrites) => writes.incidents(),
    [
      ['id', 'text', ({ row }) => row.id],
      ['city', 'text', ({ row }) => row.city],
      ['number', 'int', ({ row }) => row.number],
      ['ended', 'bigint', ({ ended }) => ended],
      ['row', 'json', ({ json }) => json],
    ],
    { key: 'id', update: ['ended', 'row'] },
  ),
  filling(
    'task_row',
    (writes: BoardWrites) => writes.tasks(),
    [
      ['id', 'text', ({ row }) => row.id],
      ['city', 'text', ({ row }) => row.city],
      ['department', 'text', ({ row }) => row.department],
      ['number', 'int', ({ row }) => row.number],
      ['ended', 'bigint', ({ ended }) => ended],
      ['row', 'json', ({ json }) => json],
    ],
    { key: 'id', update: ['ended', 'row'] },
  ),
  filling(
    'unit_row',
    (writes: BoardWrites) => writes.units(),
    [
      ['id', 'text', ({ row }) => row.id],
      ['city', 'text', ({ row }) => row.city],
      ['department', 'text', ({ row }) => row.department],
      ['row', 'json', ({ json }) => json],
    ],
    { key: 'id', update: ['department', 'row'] },
  ),
  filling(
    'incident_counter',
    (writes: BoardWrites) => [...writes.counters],
    [
      ['city', 'text', ([city]) => city],
      ['number', 'int', ([, number]) => number],
    ],
    { key: 'city', update: ['number'] },
  ),
  filling(
    'city',
    (writes: BoardWrites) => [...writes.cities.values()],
    [
      ['id', 'text', ({ city }) => city.id],
      ['founded', 'bigint', ({ founded }) => founded],
      ['profile', 'json', ({ city }) => JSON.stringify(city)],
    ],
    { key: 'id', update: ['profile'] },
  ),
  filling(
    'person',
    (writes: BoardWrites) => [...writes.people.values()],
    [
      ['account', 'text', ({ person }) => person.account],
      ['appointed', 'bigint', ({ appointed }) => appointed],
      ['row', 'json', ({ person }) => JSON.stringify(person)],
    ],
    { key: 'account', update: ['row'] },
  ),
] as const;
