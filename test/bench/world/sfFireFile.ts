import { writeFile } from 'node:fs/promises';
import { pick, seeded } from './random.ts';

const columns =
  'Call Number,Unit ID,Incident Number,Call Type,Call Date,Watch Date,Received DtTm,Entry DtTm,Dispatch DtTm,Response DtTm,On Scene DtTm,Transport DtTm,Hospital DtTm,Call Final Disposition,Available DtTm,Address,City,Zipcode of Incident,Battalion,Station Area,Box,Original Priority,Priority,Final Priority,ALS Unit,Call Type Group,Number of Alarms,Unit Type,Unit sequence in call dispatch,Fire Prevention District,Supervisor District,Neighborhooods - Analysis Boundaries,Location,RowID';

const callTypes = [
  ['Medical Incident', 720],
  ['Alarms', 117],
  ['Structure Fire', 71],
  ['Traffic Collision', 22],
  ['Outside Fire', 18],
  ['Other', 17],
  ['Citizen Assist / Service Call', 13],
  ['Gas Leak (Natural and LP Gases)', 7],
  ['Water Rescue', 4],
  ['Electrical Hazard', 2],
] as const;
const unitTypes = [
  ['MEDIC', 60],
  ['ENGINE', 60],
  ['PRIVATE', 25],
  ['TRUCK', 20],
  ['CHIEF', 15],
  ['SUPPORT', 12],
  ['RESCUE CAPTAIN', 8],
] as const;
const neighbourhoods = [
  'Tenderloin',
  'South of Market',
  'Mission',
  'Bayview Hunters Point',
  'Western Addition',
  'Sunset/Parkside',
  'Nob Hill',
  'Marina',
] as const;
/** Units on the calls, ten after ten: two on average, as in the real file. */
const sizes = [1, 2, 1, 3, 2, 1, 3, 2, 1, 4] as const;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** A local time as the publisher writes it; seconds since 7 April 2020 began. */
function written(seconds: number): string {
  const at = new Date(Date.UTC(2020, 3, 7) + seconds * 1000);
  const hour = at.getUTCHours();
  const day = `${twoDigits(at.getUTCMonth() + 1)}/${twoDigits(at.getUTCDate())}/2020`;
  const clock = [hour % 12 || 12, at.getUTCMinutes(), at.getUTCSeconds()].map(twoDigits).join(':');
  return `${day} ${clock} ${hour < 12 ? 'AM' : 'PM'}`;
}

interface Unit {
  readonly id: string;
  readonly type: string;
  freeAt: number;
}

function makeUnits(): readonly Unit[] {
  return unitTypes.flatMap(([type, count]) =>
    Array.from({ length: count }, (_, at) => ({
      id: type === 'MEDIC' ? String(at + 50) : `${type.slice(0, 2)}${at + 1}`,
      type,
      freeAt: 0,
    })),
  );
}

/**
 * Writes a file of the shape and size of the real one: 5,000 calls over two weeks, 10,000 rows,
 * each time after the one it follows, no unit on two calls at once. Always the same.
 */
export async function writeSfFireFile(path: string, calls = 5_000): Promise<void> {
  const random = seeded(20_200_407);
  const between = (low: number, high: number): number => Math.floor(low + random() * (high - low));
  const units = makeUnits();
  const lines = [columns];
  for (let number = 0; number < calls; number += 1) {
    const received = Math.floor((number / calls) * 13.5 * 86_400) + between(0, 200);
    const call = String(200_980_000 + number);
    const callType = pick(random, callTypes);
    const entry = received + between(20, 150);
    const hood = neighbourhoods[between(0, neighbourhoods.length)] ?? neighbourhoods[0];
    const location = `"(${37.72 + random() * 0.07}, ${-122.48 + random() * 0.08})"`;
    const address = `${between(1, 60) * 100} Block of MISSION ST`;
    const free = units.filter(({ freeAt }) => freeAt < entry);
    for (let sequence = 1; sequence <= (sizes[number % sizes.length] ?? 1); sequence += 1) {
      const [unit] = free.splice(between(0, free.length), 1);
      if (!unit) throw new Error('no unit is free');
      const dispatch = entry + between(5, 60);
      const response = dispatch + between(30, 150);
      const onScene = random() < 0.84 ? response + between(120, 600) : undefined;
      const moved = onScene !== undefined && random() < 0.33;
      const transport = moved ? onScene + between(600, 1500) : undefined;
      const hospital = transport === undefined ? undefined : transport + between(300, 1200);
      const available = (hospital ?? onScene ?? response) + between(300, 1800);
      unit.freeAt = available + 1;
      const optional = (time: number | undefined): string =>
        time === undefined ? '' : written(time);
      lines.push(
        [
          ...[call, unit.id, String(20_040_000 + number), callType],
          ...[written(received).slice(0, 10), written(received).slice(0, 10)],
          ...[written(received), written(entry), written(dispatch), written(response)],
          ...[optional(onScene), optional(transport), optional(hospital)],
          ...['Fire', written(available), address, 'San Francisco', '94103', 'B02', '36', '2251'],
          ...['3', '3', random() < 0.7 ? '3' : '2', unit.type === 'MEDIC' ? 'true' : 'false'],
          ...['Potentially Life-Threatening', '1', unit.type, String(sequence), '2', '6', hood],
          ...[location, `${call}-${unit.id}`],
        ].join(','),
      );
    }
  }
  await writeFile(path, `${lines.join('\n')}\n`);
}
