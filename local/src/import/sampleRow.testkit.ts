/** A made-up row by column, right in everything; specs change what they are about. */
export const sampleRow: Readonly<Record<string, string>> = {
  'Call Number': '990010001',
  'Unit ID': 'E91',
  'Call Type': 'Gas Leak (Natural and LP Gases)',
  'Call Type Group': 'Alarm',
  'Received DtTm': '06/01/2020 11:58:00 PM',
  'Entry DtTm': '06/01/2020 11:59:00 PM',
  'Dispatch DtTm': '06/02/2020 12:00:00 AM',
  'Response DtTm': '06/02/2020 12:01:30 AM',
  'On Scene DtTm': '06/02/2020 12:05:00 AM',
  'Transport DtTm': '',
  'Hospital DtTm': '',
  'Available DtTm': '06/02/2020 12:40:00 AM',
  'Call Final Disposition': 'Fire',
  Address: '100 Block of SAMPLE ST',
  Battalion: 'B02',
  Priority: '3',
  'Final Priority': '3',
  'ALS Unit': 'true',
  'Unit Type': 'ENGINE',
  'Neighborhooods - Analysis Boundaries': 'Mission',
  Location: '(37.77, -122.41)',
  RowID: '990010001-E91',
};

const quoted = (value: string): string => (/[",\n]/.test(value) ? `"${value}"` : value);

/** A file of rows like the sample one, each with what it changes. */
export function sampleFile(rows: readonly Readonly<Record<string, string>>[]): string {
  const columns = Object.keys(sampleRow);
  const lines = rows.map((row) =>
    columns.map((column) => quoted(row[column] ?? sampleRow[column] ?? '')).join(','),
  );
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}
