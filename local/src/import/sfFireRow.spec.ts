import { describe, expect, it } from 'vitest';
import { sampleRow } from './sampleRow.testkit.ts';
import { isBadRow, readSfFireRow } from './sfFireRow.ts';

const now = Date.UTC(2021, 0, 1);
const read = (changes: Record<string, string> = {}) => {
  const row = { ...sampleRow, ...changes };
  return readSfFireRow(7, (column) => row[column] ?? '', now);
};
const reasonOf = (changes: Record<string, string>) => {
  const row = read(changes);
  return isBadRow(row) ? row.reason : undefined;
};
const timesOf = (changes: Record<string, string> = {}) => {
  const row = read(changes);
  if (isBadRow(row)) return row.reason;
  const { received, entry, dispatch, stages } = row;
  return [received, entry, dispatch, ...stages.map(({ at }) => at)].map((at) =>
    new Date(at).toISOString().slice(11, 19),
  );
};

describe('a row of the fire calls', () => {
  it('is read with its stages in order and its times in UTC', () => {
    expect(read()).toEqual({
      line: 7,
      rowId: '990010001-E91',
      call: '990010001',
      unit: 'E91',
      unitType: 'ENGINE',
      als: true,
      callType: 'Gas Leak (Natural and LP Gases)',
      callGroup: 'Alarm',
      received: Date.UTC(2020, 5, 2, 6, 58, 0),
      entry: Date.UTC(2020, 5, 2, 6, 59, 0),
      dispatch: Date.UTC(2020, 5, 2, 7, 0, 0),
      stages: [
        { stage: 'enRoute', at: Date.UTC(2020, 5, 2, 7, 1, 30) },
        { stage: 'onScene', at: Date.UTC(2020, 5, 2, 7, 5, 0) },
        { stage: 'cleared', at: Date.UTC(2020, 5, 2, 7, 40, 0) },
      ],
      disposition: 'Fire',
      address: '100 Block of SAMPLE ST',
      lon: -122.41,
      lat: 37.77,
      battalion: 'B02',
      stationArea: '',
      neighbourhood: 'Mission',
      priority: '3',
      finalPriority: '3',
    });
  });

  it.each(['Call Number', 'Unit ID', 'RowID', 'Received DtTm', 'Dispatch DtTm', 'Address'])(
    'is bad without %s',
    (column) => {
      expect(reasonOf({ [column]: '' })).toEqual({ code: 'missing', column });
    },
  );

  it('is bad with a number, a date or a location that is none', () => {
    expect(reasonOf({ 'Call Number': '20A' })).toMatchObject({ code: 'notANumber', value: '20A' });
    for (const value of ['02/30/2020 01:00:00 AM', '06/02/2020 13:00:00 PM', '06/02/2020', 'soon'])
      expect(reasonOf({ 'Entry DtTm': value })).toEqual({
        code: 'notATime',
        column: 'Entry DtTm',
        value,
      });
    expect(reasonOf({ Location: '37.77, -122.41' })).toMatchObject({ code: 'notALocation' });
    expect(reasonOf({ Location: '(31.23, 121.47)' })).toMatchObject({ code: 'outsideCity' });
    expect(reasonOf({ 'Available DtTm': '06/02/2031 01:00:00 AM' })).toMatchObject({
      code: 'inTheFuture',
      column: 'Available DtTm',
    });
  });

  it('is bad with a stage before the one it follows, blanks skipped', () => {
    expect(reasonOf({ 'On Scene DtTm': '', 'Available DtTm': '06/02/2020 12:01:29 AM' })).toEqual({
      code: 'stageOrder',
      column: 'Available DtTm',
      value: '06/02/2020 12:01:29 AM',
      after: 'Response DtTm',
      afterValue: '06/02/2020 12:01:30 AM',
    });
    expect(reasonOf({ 'Entry DtTm': '06/01/2020 11:57:59 PM' })).toMatchObject({
      code: 'stageOrder',
      after: 'Received DtTm',
    });
  });

  it('does without a location, a neighbourhood and every stage after the dispatch', () => {
    const row = read({
      Location: '',
      'Neighborhooods - Analysis Boundaries': 'None',
      'Response DtTm': '',
      'On Scene DtTm': '',
      'Available DtTm': '',
    });
    expect(row).toMatchObject({ stages: [] });
    expect(row).not.toHaveProperty('lon');
    expect(row).not.toHaveProperty('neighbourhood');
  });

  const autumn = (times: readonly string[]) => ({
    'Received DtTm': times[0] ?? '',
    'Entry DtTm': times[1] ?? '',
    'Dispatch DtTm': times[2] ?? '',
    'Response DtTm': times[3] ?? '',
    'On Scene DtTm': '',
    'Available DtTm': times[4] ?? '',
  });

  it('takes the second of two readings in the repeated hour only where the first is out of order', () => {
    const times = ['12:50:00', '01:10:00', '01:50:00', '01:05:00', '02:30:00'].map(
      (time) => `11/01/2020 ${time} AM`,
    );
    expect(timesOf(autumn(times))).toEqual([
      '07:50:00',
      '08:10:00',
      '08:50:00',
      '09:05:00',
      '10:30:00',
    ]);
  });

  it('is bad with a time in the hour that spring leaves out', () => {
    const times = ['01:50', '01:51', '01:52', '02:10', '03:10'].map(
      (time) => `03/08/2020 ${time}:00 AM`,
    );
    expect(timesOf(autumn(times))).toEqual({
      code: 'skippedByClock',
      column: 'Response DtTm',
      value: '03/08/2020 02:10:00 AM',
    });
  });
});
