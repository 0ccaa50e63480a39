import { type Stage, within } from '@tocsin/domain';
import { localTimeReader } from './localTime.ts';
import { sfBounds, sfTimeZone } from './sfFireGround.ts';

/** One line of "Fire Department Calls for Service": one unit on one call. Times in ms since 1970. */
export interface SfFireRow {
  readonly line: number;
  readonly rowId: string;
  readonly call: string;
  readonly unit: string;
  readonly unitType: string;
  readonly als: boolean;
  readonly callType: string;
  readonly callGroup: string;
  readonly received: number;
  readonly entry: number;
  readonly dispatch: number;
  /** What came after the dispatch, in order; `cleared` is the last where the source knows it. */
  readonly stages: readonly { readonly stage: Exclude<Stage, 'dispatched'>; readonly at: number }[];
  readonly disposition: string;
  readonly address: string;
  readonly lon?: number;
  readonly lat?: number;
  readonly battalion: string;
  /** The number of the station whose area it is. */
  readonly stationArea: string;
  readonly neighbourhood?: string;
  /** `E` where the call taker saw an immediate threat to life. */
  readonly priority: string;
  /** `3` with lights and siren, `2` without. */
  readonly finalPriority: string;
}

export type BadRowReason =
  | { readonly code: 'unreadable' }
  | { readonly code: 'missing'; readonly column: string }
  | {
      readonly code: 'notANumber' | 'notATime' | 'skippedByClock' | 'inTheFuture' | 'notALocation';
      readonly column: string;
      readonly value: string;
    }
  | { readonly code: 'outsideCity'; readonly column: string; readonly value: string }
  | {
      readonly code: 'stageOrder';
      readonly column: string;
      readonly value: string;
      readonly after: string;
      readonly afterValue: string;
    }
  | { readonly code: 'duplicate'; readonly rowId: string; readonly firstLine: number };

export interface BadRow {
  readonly line: number;
  readonly rowId: string;
  readonly reason: BadRowReason;
}

const times = [
  ['Received DtTm', 'received'],
  ['Entry DtTm', 'entry'],
  ['Dispatch DtTm', 'dispatched'],
  ['Response DtTm', 'enRoute'],
  ['On Scene DtTm', 'onScene'],
  ['Transport DtTm', 'transporting'],
  ['Hospital DtTm', 'atDestination'],
  ['Available DtTm', 'cleared'],
] as const;

export const neighbourhoodColumn = 'Neighborhooods - Analysis Boundaries';

/** What the file must have; the publisher's own spelling. */
export const sfFireColumns: readonly string[] = [
  'Call Number',
  'Unit ID',
  'Call Type',
  'Call Type Group',
  ...times.map(([column]) => column),
  'Call Final Disposition',
  'Address',
  'Battalion',
  'Priority',
  'Final Priority',
  'ALS Unit',
  'Unit Type',
  neighbourhoodColumn,
  'Location',
  'RowID',
];

export type Fields = (column: string) => string;

/** Why a row is bad, on its way out of the reading of it. */
class Fault extends Error {
  readonly reason: BadRowReason;
  constructor(reason: BadRowReason) {
    super(reason.code);
    this.reason = reason;
  }
}

const readLocal = localTimeReader(sfTimeZone);
const timePattern = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d):(\d\d):(\d\d) ([AP]M)$/;

function instants(column: string, value: string): readonly number[] {
  const [, month, day, year, hour, minute, second, half] = timePattern.exec(value) ?? [];
  const twelve = Number(hour);
  const found =
    twelve >= 1 && twelve <= 12
      ? readLocal({
          year: Number(year),
          month: Number(month),
          day: Number(day),
          hour: (twelve % 12) + (half === 'PM' ? 12 : 0),
          minute: Number(minute),
          second: Number(second),
        })
      : undefined;
  if (!found) throw new Fault({ code: 'notATime', column, value });
  if (found.length === 0) throw new Fault({ code: 'skippedByClock', column, value });
  return found;
}

/**
 * The row's times in their order. Where autumn's clock shows a time twice, the first is meant,
 * unless that lies before the stage it follows and the second doesn't.
 */
function readTimes(fields: Fields, now: number): Map<string, number> {
  const read = new Map<string, number>();
  let last = { at: Number.NEGATIVE_INFINITY, column: '', value: '' };
  for (const [column, name] of times) {
    const value = fields(column);
    if (value === '') continue;
    const candidates = instants(column, value);
    const at = candidates.find((one) => one >= last.at);
    if (at === undefined)
      throw new Fault({
        code: 'stageOrder',
        column,
        value,
        after: last.column,
        afterValue: last.value,
      });
    if (at > now) throw new Fault({ code: 'inTheFuture', column, value });
    last = { at, column, value };
    read.set(name, at);
  }
  return read;
}

const locationPattern = /^\(\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*\)$/;

function readLocation(value: string): { lon: number; lat: number } | undefined {
  const column = 'Location';
  if (value === '') return undefined;
  const [, lat, lon] = locationPattern.exec(value) ?? [];
  if (lat === undefined || lon === undefined)
    throw new Fault({ code: 'notALocation', column, value });
  const place = { lon: Number(lon), lat: Number(lat) };
  if (!within(sfBounds, place.lon, place.lat))
    throw new Fault({ code: 'outsideCity', column, value });
  return place;
}

function required(fields: Fields, column: string): string {
  const value = fields(column);
  if (value === '') throw new Fault({ code: 'missing', column });
  return value;
}

function number(fields: Fields, column: string): string {
  const value = required(fields, column);
  if (!/^\d+$/.test(value)) throw new Fault({ code: 'notANumber', column, value });
  return value;
}

function read(line: number, fields: Fields, now: number): SfFireRow {
  const rowId = required(fields, 'RowID');
  const call = number(fields, 'Call Number');
  const unit = required(fields, 'Unit ID');
  const callType = required(fields, 'Call Type');
  for (const column of ['Received DtTm', 'Entry DtTm', 'Dispatch DtTm']) required(fields, column);
  const at = readTimes(fields, now);
  const stages = times.slice(3).flatMap(([, name]) => {
    const reached = at.get(name);
    return reached === undefined
      ? []
      : [{ stage: name as Exclude<Stage, 'dispatched'>, at: reached }];
  });
  const place = readLocation(fields('Location'));
  const neighbourhood = fields(neighbourhoodColumn);
  return {
    line,
    rowId,
    call,
    unit,
    unitType: fields('Unit Type'),
    als: fields('ALS Unit') === 'true',
    callType,
    callGroup: fields('Call Type Group'),
    received: at.get('received') ?? 0,
    entry: at.get('entry') ?? 0,
    dispatch: at.get('dispatched') ?? 0,
    stages,
    disposition: fields('Call Final Disposition'),
    address: required(fields, 'Address'),
    ...place,
    battalion: required(fields, 'Battalion'),
    stationArea: fields('Station Area'),
    ...(neighbourhood === '' || neighbourhood === 'None' ? {} : { neighbourhood }),
    priority: fields('Priority'),
    finalPriority: fields('Final Priority'),
  };
}

/** `now` in ms since 1970: what lies after it can't have happened. */
export function readSfFireRow(line: number, fields: Fields, now: number): SfFireRow | BadRow {
  try {
    return read(line, fields, now);
  } catch (fault) {
    if (fault instanceof Fault) return { line, rowId: fields('RowID'), reason: fault.reason };
    throw fault;
  }
}

export const isBadRow = (row: SfFireRow | BadRow): row is BadRow => 'reason' in row;
