import { describe, expect, it } from 'vitest';
import { plan } from './plan.ts';
import { sampleRow } from './sampleRow.testkit.ts';
import { isBadRow, readSfFireRow, type SfFireRow } from './sfFireRow.ts';

function row(line: number, changes: Record<string, string>): SfFireRow {
  const fields: Record<string, string> = { ...sampleRow, ...changes };
  fields.RowID = `${fields['Call Number']}-${fields['Unit ID']}`;
  const read = readSfFireRow(line, (column) => fields[column] ?? '', Number.MAX_SAFE_INTEGER);
  if (isBadRow(read)) throw new Error(JSON.stringify(read.reason));
  return read;
}
const told = (rows: readonly SfFireRow[]) =>
  plan(rows).steps.map((step) => {
    const time = new Date(step.at).toISOString().slice(11, 19);
    if (step.kind === 'enlist') return `${time} ${step.unit.callSign} enlist`;
    if (step.kind !== 'assignment') return `${time} ${step.call.number} ${step.kind}`;
    const { act, row } = step.step;
    return `${time} ${row.rowId} ${act.kind === 'stage' ? act.stage : act.kind}`;
  });

describe('the plan of a file', () => {
  it('is in the order in which things happened, not that of the lines', () => {
    const rows = [
      row(2, {
        'Unit ID': 'T91',
        'Unit Type': 'TRUCK',
        'Available DtTm': '06/02/2020 12:50:00 AM',
      }),
      row(3, {}),
      row(4, {
        'Call Number': '980010000',
        'Call Type': 'Alarms',
        'Unit ID': 'E92',
        'Received DtTm': '06/01/2020 11:50:00 PM',
        'Entry DtTm': '06/01/2020 11:50:00 PM',
        'Dispatch DtTm': '06/01/2020 11:50:00 PM',
        'Response DtTm': '',
        'On Scene DtTm': '',
        'Available DtTm': '06/01/2020 11:50:00 PM',
      }),
    ];
    expect(told(rows)).toEqual([
      '06:50:00 980010000 report',
      '06:50:00 980010000 confirm',
      '06:50:00 980010000 ask',
      '06:50:00 E92 enlist',
      '06:50:00 980010000-E92 dispatch',
      '06:50:00 980010000-E92 cleared',
      '06:50:00 980010000 finish',
      '06:58:00 990010001 report',
      '06:59:00 990010001 confirm',
      '06:59:00 990010001 ask',
      '07:00:00 T91 enlist',
      '07:00:00 E91 enlist',
      '07:00:00 990010001-T91 dispatch',
      '07:00:00 990010001-E91 dispatch',
      '07:01:30 990010001-T91 enRoute',
      '07:01:30 990010001-E91 enRoute',
      '07:05:00 990010001-T91 onScene',
      '07:05:00 990010001-E91 onScene',
      '07:40:00 990010001-E91 cleared',
      '07:50:00 990010001-T91 cleared',
      '07:50:00 990010001 finish',
    ]);
  });

  it('leaves a call open whose unit is never available again', () => {
    const planned = plan([row(2, {}), row(3, { 'Unit ID': 'E92', 'Available DtTm': '' })]);
    expect(planned.calls[0]).not.toHaveProperty('cleared');
    expect(planned.steps.some(({ kind }) => kind === 'finish')).toBe(false);
  });

  it('knows units by their first row, with advanced life support if any row has it', () => {
    const planned = plan([
      row(2, { 'ALS Unit': 'false' }),
      row(3, {
        'Call Number': '990010009',
        'Dispatch DtTm': '06/02/2020 01:00:00 AM',
        'Response DtTm': '',
        'On Scene DtTm': '',
        'Available DtTm': '',
      }),
      row(4, { 'Unit ID': 'KM91', 'Unit Type': 'PRIVATE', 'ALS Unit': 'false' }),
    ]);
    expect(planned.units).toMatchObject([
      { unit: 'san-francisco.E91', department: 'fire', kind: 'engine', station: 'Station 91' },
      { unit: 'san-francisco.KM91', department: 'health', kind: 'private' },
    ]);
    expect(planned.units[0]?.capabilities).toContain('als');
    expect(planned.units[1]?.capabilities).not.toContain('als');
  });
});
