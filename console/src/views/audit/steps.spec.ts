import { describe, expect, it } from 'vitest';
import type { Entry } from '../../api/types.ts';
import { leavesOf } from './leaves.ts';
import { momentOf, stepTo } from './steps.ts';

describe('stepping through a record', () => {
  it('stays within the record', () => {
    expect(stepTo('previous', 0, 10)).toBe(0);
    expect(stepTo('next', 9, 10)).toBe(10);
    expect(stepTo('next', 10, 10)).toBe(10);
    expect(stepTo('first', 7, 10)).toBe(0);
    expect(stepTo('last', 7, 10)).toBe(10);
  });
});

const entry = (revision: string, occurredAt: string): Entry => ({
  incident: 'i',
  revision,
  position: revision,
  event: revision,
  type: 'NoteAdded',
  occurredAt,
  recordedAt: '2026-05-02T00:00:00.000Z',
  actor: {
    kind: 'IMPORTER',
    id: 'i',
    name: 'I',
    role: null,
    department: null,
    console: null,
    onBehalfOf: null,
  },
  commandId: revision,
  causationId: revision,
  correlationId: revision,
  task: null,
  department: null,
  data: null,
  hash: '',
});

describe('the moment of a step', () => {
  const times = ['08:00', '08:10', '08:05', '08:20'];
  const entries = times.map((time, i) => entry(String(i), `2026-05-01T${time}:00.000Z`));

  it.each([
    ['0', '08:00'],
    ['2', '08:10'],
    ['3', '08:20'],
  ])('after step %s is %s, never turned back by a late entry', (at, time) => {
    expect(new Date(momentOf(at, entries)).toISOString().slice(11, 16)).toBe(time);
  });
});

describe('recorded data', () => {
  it('is listed by path, without what is absent', () => {
    const data = { task: 't', place: { lon: 1.5, lat: null }, list: ['a', { b: false }] };
    expect(leavesOf(data)).toEqual([
      ['task', 't'],
      ['place.lon', '1.5'],
      ['list[0]', 'a'],
      ['list[1].b', 'false'],
    ]);
  });
});
