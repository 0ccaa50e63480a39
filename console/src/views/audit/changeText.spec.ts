import { describe, expect, test } from 'vitest';
import type { RecordChange } from '../../api/types.ts';
import { changeText } from './changeText.ts';

const words = {
  t: (key: string, facts: object = {}) => [key, ...Object.values(facts)].join(' '),
  department: (id: string) => `D(${id})`,
  item: (id: string) => id,
  name: ({ en }: { en: string }) => en,
  type: (id: string) => `T(${id})`,
  cell: (id: string) => id,
  full: (iso: string) => iso.slice(11, 16),
};
const naming = {
  to: {
    tasks: [{ id: 't-1', department: 'fire' }],
    commitments: [{ assignment: 'a-1', callSign: 'E1' }],
    supplies: [],
    plans: [],
  },
};
const texts = (path: string[], before: unknown, after: unknown) => {
  const change = { path, before, after, by: [] } as RecordChange;
  const { place, ...values } = changeText(change, naming, words as never);
  return [place, values.before, values.after];
};

describe('[V41] [X52] a change', () => {
  test('of a field says what it was and what it is, in the console’s words', () => {
    expect(texts(['tasks', 't-1', 'status'], 'seen', 'accepted')).toEqual([
      'audit.taskOf D(fire) · audit.field.status',
      'task.SEEN',
      'task.ACCEPTED',
    ]);
    expect(texts(['commitments', 'a-1', 'stage'], 'enRoute', 'onScene')).toEqual([
      'E1 · audit.field.stage',
      'stage.EN_ROUTE',
      'stage.ON_SCENE',
    ]);
    expect(texts(['type'], null, 'gas-leak')).toEqual(['audit.field.type', null, 'T(gas-leak)']);
    expect(texts(['grade'], 3, 2)).toEqual(['audit.field.grade', '3', '2']);
    expect(texts(['exercise'], null, false)).toEqual(['exercise', null, 'audit.no']);
  });

  test('of a whole thing says who, when and what was said', () => {
    const by = { id: 'li', name: 'Li' };
    const note = { by, occurredAt: '2026-03-01T08:00:00.000Z', text: 'Smoke', revision: 4 };
    expect(texts(['notes', '0'], null, note)).toEqual([
      'audit.field.notes 1',
      null,
      'Li · 08:00 · Smoke',
    ]);
    const task = { status: 'assigned', instruction: 'Ventilate', assigned: note };
    expect(texts(['tasks', 't-1'], null, task)[2]).toBe('task.ASSIGNED · Li · 08:00 · Ventilate');
    const seen = { by, occurredAt: '2026-03-01T08:01:00.000Z' };
    expect(texts(['tasks', 't-1', 'seen'], null, seen)).toEqual([
      'audit.taskOf D(fire) · chain.seen',
      null,
      'Li · 08:01',
    ]);
  });
});
