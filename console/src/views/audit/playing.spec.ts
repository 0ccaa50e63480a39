import { describe, expect, it } from 'vitest';
import type { Entry } from '../../api/types.ts';
import { entryAt, inOrder, placeIn } from '../../store/axis.ts';
import { jumpTo, nextStep, targets } from './playing.ts';

const entry = (revision: number, minute: number, actor: string, task: string | null): Entry => ({
  incident: 'i',
  revision: String(revision),
  position: String(revision),
  event: String(revision),
  type: 'NoteAdded',
  occurredAt: `2026-11-21T12:${String(minute).padStart(2, '0')}:00Z`,
  recordedAt: `2026-11-21T12:${String(minute).padStart(2, '0')}:00Z`,
  actor: {
    kind: 'PERSON',
    id: actor,
    name: actor,
    role: null,
    department: null,
    console: null,
    onBehalfOf: null,
  },
  commandId: '',
  causationId: '',
  correlationId: '',
  task,
  department: null,
  data: {},
  hash: '',
});
const entries = [
  entry(0, 0, 'chen', null),
  entry(1, 1, 'zhao', 't1'),
  entry(2, 30, 'chen', null),
  entry(3, 31, 'zhao', 't1'),
];

describe('[V40] playing a record', () => {
  it('goes on at the pace that was chosen, and doesn’t wait through what was quiet', () => {
    expect(nextStep('0', entries, 'recorded', 60)).toEqual({ revision: '1', wait: 1000 });
    expect(nextStep('0', entries, 'recorded', 15)).toEqual({ revision: '1', wait: 4000 });
    expect(nextStep('1', entries, 'recorded', 60)).toEqual({ revision: '2', wait: 5000 });
    expect(nextStep('3', entries, 'recorded', 60)).toBeNull();
  });
});

describe('[V39] a moment of a record', () => {
  const at = (iso: string) => entryAt(Date.parse(iso), entries, 'recorded');
  it('shows what had been recorded by then', () => {
    expect(at('2026-11-21T12:29:59Z')).toBe('1');
    expect(at('2026-11-21T12:30:00Z')).toBe('2');
    expect(at('2026-11-21T10:00:00Z')).toBe('0');
    expect(at('2027-01-01T00:00:00Z')).toBe('3');
  });
  it('stands in the address, by either time', () => {
    const place = (wanted: string | null) => placeIn(wanted, entries);
    expect(place('@2026-11-21T12:30:00Z')).toEqual({ axis: 'recorded', at: '2' });
    expect(place('1')).toEqual({ axis: 'recorded', at: '1' });
    expect(place('~1')).toEqual({ axis: 'occurred', at: '1' });
    expect(place('~@2026-11-21T12:01:30Z')).toEqual({ axis: 'occurred', at: '1' });
    for (const wanted of [null, '13', '-1', 'x', '@x'])
      expect(place(wanted)).toEqual({ axis: 'recorded', at: '3' });
  });
});

describe('[X57] a record by the times at which things occurred', () => {
  const late = [...entries, { ...entry(4, 45, 'zhao', 't1'), occurredAt: '2026-11-21T12:15:00Z' }];
  const ordered = inOrder(late, 'occurred');

  it('has a late entry where it belongs', () => {
    expect(ordered.map(({ revision }) => revision)).toEqual(['0', '1', '4', '2', '3']);
    expect(inOrder(late, 'recorded')).toBe(late);
  });

  it('is stepped, played and jumped through in that order', () => {
    expect(nextStep('1', ordered, 'occurred', 60)).toMatchObject({ revision: '4' });
    expect(nextStep('4', ordered, 'occurred', 60)).toMatchObject({ revision: '2' });
    expect(jumpTo('task:t1', '1', ordered)).toBe('4');
    expect(placeIn('~@2026-11-21T12:20:00Z', late)).toEqual({ axis: 'occurred', at: '4' });
  });
});

describe('[V40] jumping', () => {
  it('is offered to everyone who acted and each task', () =>
    expect(targets(entries).map(({ value }) => value)).toEqual([
      'actor:chen',
      'actor:zhao',
      'task:t1',
    ]));
  it('goes to the next entry, and round to the first', () => {
    expect(jumpTo('task:t1', '1', entries)).toBe('3');
    expect(jumpTo('task:t1', '3', entries)).toBe('1');
    expect(jumpTo('actor:nobody', '2', entries)).toBe('2');
  });
});
