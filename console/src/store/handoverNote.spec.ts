import { expect, it } from 'vitest';
import { handoverNote } from './handoverNote.ts';

const words = {
  heading: (kind: string, count: number) => `${kind} ${count}:`,
  more: (count: number) => `and ${count} more`,
  status: (_kind: string, status: string) => status.toLowerCase(),
};
const incident = (number: number) => ({
  id: `i${number}`,
  number,
  what: `Smell of gas\nin stairwell ${number}`,
  status: 'RESPONDING',
});
const open = (count: number) => ({
  position: '7',
  counts: { incidents: count, tasks: 0, actions: 1 },
  incidents: Array.from({ length: Math.min(count, 200) }, (_, at) => incident(at + 1)),
  tasks: [],
  actions: [
    { id: 'a', incident: 'i1', number: 1, text: 'Renew the valve', status: 'ASSIGNED', dueBy: '' },
  ],
});

it('[D2] a handover note begins with what is open, a line each', () =>
  expect(handoverNote(open(1), words)).toBe(
    'incidents 1:\n  1 Smell of gas in stairwell 1 · responding\nactions 1:\n  1 Renew the valve · assigned\n',
  ));

it('counts what there is no room for, and stays short enough to write on', () => {
  const note = handoverNote(open(5_000), words);
  expect(note.length).toBeLessThan(3_500);
  expect(note).toMatch(/and 4\d\d\d more/);
});
