import { describe, expect, it } from 'vitest';
import { agreementOf } from './agreement.ts';
import { plan } from './plan.ts';
import { sampleRow } from './sampleRow.testkit.ts';
import { isBadRow, readSfFireRow, type SfFireRow } from './sfFireRow.ts';

let line = 1;
const at = (time: string): string => `06/02/2020 ${time} AM`;

/** One engine on one call, of a kind that sends one engine. */
function sent(call: string, unit: string, from: string, until: string, area: string): SfFireRow {
  const [lat, lon] = area === '1' ? ['37.78', '-122.41'] : ['37.72', '-122.48'];
  const fields: Record<string, string> = {
    ...sampleRow,
    'Call Number': call,
    'Unit ID': unit,
    'Unit Type': 'ENGINE',
    'Call Type': 'Outside Fire',
    'Received DtTm': at(from),
    'Entry DtTm': at(from),
    'Dispatch DtTm': at(from),
    'Response DtTm': '',
    'On Scene DtTm': '',
    'Available DtTm': at(until),
    'Station Area': area,
    Location: `(${lat}, ${lon})`,
    RowID: `${call}-${unit}`,
  };
  line += 1;
  const read = readSfFireRow(line, (column) => fields[column] ?? '', Number.MAX_SAFE_INTEGER);
  if (isBadRow(read)) throw new Error(JSON.stringify(read.reason));
  return read;
}

const first = sent('1', 'E01', '01:00:00', '01:30:00', '1');
const second = sent('2', 'E02', '01:10:00', '01:40:00', '2');

describe('[M6] the recommender against what was really sent', () => {
  it('agrees where the nearest free engine went', () => {
    const third = sent('3', 'E02', '02:00:00', '02:10:00', '2');
    expect(agreementOf(plan([first, second, third]))).toEqual([
      { unitType: 'ENGINE', real: 3, recommended: 3, agreed: 3 },
    ]);
  });
  it('counts what went instead of the nearest, and takes no unit that is out', () => {
    const far = sent('3', 'E02', '02:00:00', '02:10:00', '1');
    const out = sent('4', 'E01', '02:05:00', '02:20:00', '2');
    expect(agreementOf(plan([first, second, far, out]))).toEqual([
      { unitType: 'ENGINE', real: 4, recommended: 4, agreed: 3 },
    ]);
  });
  it('leaves out what was sent after the first three minutes', () => {
    const later = sent('1', 'E02', '01:05:00', '01:20:00', '1');
    expect(agreementOf(plan([first, later]))).toEqual([
      { unitType: 'ENGINE', real: 1, recommended: 1, agreed: 1 },
    ]);
  });
});
