import { describe, expect, it } from 'vitest';
import { timelineHead, timelineLine } from './timelineCsv.ts';

const entry = (type: string, data: object, occurredAt: string) => ({
  id: '5f0c5a34-38b6-4c51-9f34-0d7a2c1a9e01',
  streamId: 'incident-1',
  revision: 7n,
  type,
  data,
  metadata: { occurredAt, recordedAt: '2026-05-01T14:10:00.500Z', hash: 'ab' },
});

/** A line without quoted fields, by its columns. */
const columnsOf = (line: string): Readonly<Record<string, string>> => {
  const names = timelineHead.split(',');
  return Object.fromEntries(line.split(',').map((value, at) => [names[at] ?? 'data', value]));
};

describe('[X10] a line of the timeline', () => {
  it('says how much later than it happened an entry was recorded', () => {
    const line = timelineLine(entry('NoteAdded', {}, '2026-05-01T14:00:00.000Z'));
    expect(columnsOf(line)).toMatchObject({
      occurred_at: '2026-05-01T14:00:00.000Z',
      recorded_after_seconds: '600.500',
      strikes_revision: '',
    });
  });

  it('names the entry that it strikes', () => {
    const struck = entry('EntryStruck', { revision: 3 }, '2026-05-01T14:10:00.500Z');
    expect(columnsOf(timelineLine(struck))).toMatchObject({
      recorded_after_seconds: '0.000',
      strikes_revision: '3',
    });
  });

  it('is text for a spreadsheet, whatever a name begins with', () => {
    const line = timelineLine(entry('=HYPERLINK("x")', {}, '2026-05-01T14:10:00.500Z'));
    expect(line).toContain(`"'=HYPERLINK(""x"")"`);
  });
});
