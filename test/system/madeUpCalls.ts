const columns = [
  'Call Number',
  'Unit ID',
  'Incident Number',
  'Call Type',
  'Call Date',
  'Watch Date',
  'Received DtTm',
  'Entry DtTm',
  'Dispatch DtTm',
  'Response DtTm',
  'On Scene DtTm',
  'Transport DtTm',
  'Hospital DtTm',
  'Call Final Disposition',
  'Available DtTm',
  'Address',
  'City',
  'Zipcode of Incident',
  'Battalion',
  'Station Area',
  'Box',
  'Original Priority',
  'Priority',
  'Final Priority',
  'ALS Unit',
  'Call Type Group',
  'Number of Alarms',
  'Unit Type',
  'Unit sequence in call dispatch',
  'Fire Prevention District',
  'Supervisor District',
  'Neighborhooods - Analysis Boundaries',
  'Location',
  'RowID',
];

const types = [
  'Medical Incident',
  'Alarms',
  'Traffic Collision',
  'Gas Leak (Natural and LP Gases)',
];
const units = ['E01', 'E03', 'T03', '74', 'RC5', 'E36', 'M12'];
const kinds = ['ENGINE', 'ENGINE', 'TRUCK', 'MEDIC', 'RESCUE CAPTAIN', 'ENGINE', 'MEDIC'];

const two = (value: number): string => String(value).padStart(2, '0');

/** `MM/DD/YYYY hh:mm:ss AM` of a moment given in seconds after noon of 1 June 2021. */
function local(seconds: number): string {
  const at = new Date(Date.UTC(2021, 5, 1, 12, 0, seconds));
  const hour = at.getUTCHours();
  const date = `${two(at.getUTCMonth() + 1)}/${two(at.getUTCDate())}/${at.getUTCFullYear()}`;
  const time = `${two(hour % 12 || 12)}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`;
  return `${date} ${time} ${hour < 12 ? 'AM' : 'PM'}`;
}

function row(call: number, sequence: number): Record<string, string> {
  const unit = (call * 3 + sequence) % units.length;
  const began = call * 400 + sequence * 5;
  return {
    'Call Number': String(300_000_000 + call),
    'Unit ID': units[unit] ?? '',
    'Incident Number': String(21_000_000 + call),
    'Call Type': types[call % types.length] ?? '',
    'Call Date': '06/01/2021',
    'Watch Date': '06/01/2021',
    'Received DtTm': local(call * 400),
    'Entry DtTm': local(call * 400 + 20),
    'Dispatch DtTm': local(began + 40),
    'Response DtTm': local(began + 60),
    'On Scene DtTm': local(began + 150),
    'Call Final Disposition': 'Fire',
    'Available DtTm': local(began + 300),
    Address: `${call % 90} Block of MADE UP ST`,
    City: 'San Francisco',
    'Zipcode of Incident': '94103',
    Battalion: `B0${1 + (call % 9)}`,
    'Station Area': '01',
    Box: '2251',
    'Original Priority': '3',
    Priority: '3',
    'Final Priority': '3',
    'ALS Unit': 'true',
    'Call Type Group': 'Alarm',
    'Number of Alarms': '1',
    'Unit Type': kinds[unit] ?? '',
    'Unit sequence in call dispatch': String(sequence + 1),
    'Fire Prevention District': '1',
    'Supervisor District': '6',
    'Neighborhooods - Analysis Boundaries': call % 2 ? 'Mission' : 'Tenderloin',
    Location: '"(37.7749, -122.4194)"',
    RowID: `${300_000_000 + call}-${units[unit]}`,
  };
}

/**
 * A made-up file in the form of San Francisco's "Fire Department Calls for Service": so many
 * calls, two units each, no two at the same time. Always the same for the same number.
 */
export function madeUpCalls(calls: number): string {
  const lines = [columns.join(',')];
  for (let call = 0; call < calls; call += 1)
    for (const sequence of [0, 1]) {
      const values = row(call, sequence);
      lines.push(columns.map((column) => values[column] ?? '').join(','));
    }
  return `${lines.join('\n')}\n`;
}
