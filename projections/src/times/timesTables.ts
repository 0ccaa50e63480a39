import { filling } from '../filling.ts';
import type { TimesWrites } from './timesWrites.ts';

export interface TimesSource {
  readonly times: TimesWrites;
}

const ofIncident = [
  ['city', 'text'],
  ['incident', 'int'],
  ['at', 'timestamptz'],
  ['exercise', 'boolean'],
] as const;

const changing = ['at', 'exercise', 'position'] as const;

/** Where the times go. A unit's are written without having been read: what stands first stays. */
export const timesTables = [
  filling(
    'call_times',
    [
      ['report', 'text'],
      ...ofIncident,
      ['received', 'timestamptz'],
      ['answered', 'timestamptz'],
      ['position', 'bigint'],
    ],
    ({ times }: TimesSource) => times.callRows(),
    { key: 'report', update: ['incident', 'position'] },
  ),
  filling(
    'incident_times',
    [
      ...ofIncident,
      ['outcome', 'text'],
      ['type', 'text'],
      ['district', 'text'],
      ['cell', 'text'],
      ['received', 'timestamptz'],
      ['answered', 'timestamptz'],
      ['dispatched', 'timestamptz'],
      ['on_scene', 'timestamptz'],
      ['position', 'bigint'],
    ],
    ({ times }: TimesSource) => times.incidentRows(),
    {
      key: 'city, incident',
      update: [...changing, 'outcome', 'type', 'district', 'cell', 'received', 'answered'],
      least: ['dispatched', 'on_scene'],
    },
  ),
  filling(
    'unit_times',
    [
      ['assignment', 'text'],
      ...ofIncident,
      ['department', 'text'],
      ['station', 'text'],
      ['dispatched', 'timestamptz'],
      ['en_route', 'timestamptz'],
      ['on_scene', 'timestamptz'],
      ['transporting', 'timestamptz'],
      ['cleared', 'timestamptz'],
      ['withdrawn', 'timestamptz'],
      ['position', 'bigint'],
    ],
    ({ times }: TimesSource) => times.unitRows(),
    {
      key: 'assignment',
      update: ['incident', 'exercise', 'position'],
      first: [
        'department',
        'station',
        'dispatched',
        'en_route',
        'on_scene',
        'transporting',
        'cleared',
        'withdrawn',
      ],
    },
  ),
  filling(
    'task_times',
    [
      ['task', 'text'],
      ...ofIncident,
      ['department', 'text'],
      ['outcome', 'text'],
      ['due', 'timestamptz'],
      ['answered', 'timestamptz'],
      ['done', 'timestamptz'],
      ['position', 'bigint'],
    ],
    ({ times }: TimesSource) => times.taskRows(),
    {
      key: 'task',
      update: [...changing, 'incident', 'department', 'outcome', 'due', 'answered', 'done'],
    },
  ),
] as const;
