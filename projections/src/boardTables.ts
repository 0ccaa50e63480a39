import type { BoardWrites } from './boardWrites.ts';
import { filling } from './filling.ts';
import { timesTables } from './times/timesTables.ts';

/** Where everything that a batch writes goes, in the order of the statement's parameters. */
export const boardTables = [
  filling(
    'change',
    [
      ['position', 'bigint'],
      ['ordinal', 'int'],
      ['board', 'text'],
      ['key', 'text'],
      ['city', 'text'],
      ['department', 'text'],
      ['row', 'text'],
      ['recorded_at', 'timestamptz'],
    ],
    (writes: BoardWrites) => writes.changes,
  ),
  filling(
    'timeline_row',
    [
      ['incident', 'text'],
      ['revision', 'bigint'],
      ['row', 'text'],
    ],
    (writes: BoardWrites) => writes.timeline,
  ),
  filling(
    'moment',
    [
      ['second', 'timestamptz'],
      ['position', 'bigint'],
    ],
    (writes: BoardWrites) => writes.moments,
  ),
  filling(
    'access_row',
    [
      ['position', 'bigint'],
      ['recorded_at', 'timestamptz'],
      ['kind', 'text'],
      ['account', 'text'],
      ['city', 'text'],
      ['incident', 'text'],
      ['row', 'text'],
    ],
    (writes: BoardWrites) => writes.accesses,
  ),
  filling(
    'incident_row',
    [
      ['id', 'text'],
      ['city', 'text'],
      ['number', 'int'],
      ['began', 'bigint'],
      ['ended', 'bigint'],
      ['row', 'json'],
    ],
    (writes: BoardWrites) => writes.incidentRows(),
    { key: 'id', update: ['ended', 'row'] },
  ),
  filling(
    'task_row',
    [
      ['id', 'text'],
      ['city', 'text'],
      ['department', 'text'],
      ['number', 'int'],
      ['began', 'bigint'],
      ['ended', 'bigint'],
      ['row', 'json'],
    ],
    (writes: BoardWrites) => writes.taskRows(),
    { key: 'id', update: ['department', 'ended', 'row'] },
  ),
  filling(
    'unit_row',
    [
      ['id', 'text'],
      ['city', 'text'],
      ['department', 'text'],
      ['began', 'bigint'],
      ['ended', 'bigint'],
      ['row', 'json'],
    ],
    (writes: BoardWrites) => writes.unitRows(),
    { key: 'id', update: ['department', 'ended', 'row'] },
  ),
  filling(
    'action_row',
    [
      ['id', 'text'],
      ['city', 'text'],
      ['department', 'text'],
      ['incident', 'text'],
      ['due', 'timestamptz'],
      ['began', 'bigint'],
      ['ended', 'bigint'],
      ['row', 'json'],
    ],
    (writes: BoardWrites) => writes.actionRows(),
    { key: 'id', update: ['due', 'ended', 'row'] },
  ),
  filling(
    'stream_row',
    [
      ['key', 'text'],
      ['board', 'text'],
      ['city', 'text'],
      ['department', 'text'],
      ['began', 'bigint'],
      ['ended', 'bigint'],
      ['row', 'json'],
    ],
    (writes: BoardWrites) => writes.streamRows(),
    { key: 'key', update: ['department', 'ended', 'row'] },
  ),
  filling(
    'incident_counter',
    [
      ['city', 'text'],
      ['number', 'int'],
    ],
    (writes: BoardWrites) => writes.counterRows(),
    { key: 'city', update: ['number'] },
  ),
  filling(
    'city',
    [
      ['id', 'text'],
      ['founded', 'bigint'],
      ['profile', 'json'],
    ],
    (writes: BoardWrites) => writes.cityRows(),
    { key: 'id', update: ['profile'] },
  ),
  filling(
    'person',
    [
      ['account', 'text'],
      ['appointed', 'bigint'],
      ['row', 'json'],
    ],
    (writes: BoardWrites) => writes.personRows(),
    { key: 'account', update: ['row'] },
  ),
  ...timesTables,
] as const;
