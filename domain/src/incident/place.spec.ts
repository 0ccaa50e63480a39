import { describe, expect, it } from 'vitest';
import { city } from '../city.testkit.ts';
import type { Place } from '../place.ts';
import { decidePlace } from './decidePlace.ts';

const rejected = (code: string, field: string) =>
  expect.objectContaining({ rejected: code, field });

describe('[B1] a place', () => {
  it.each<[string, Place, unknown]>([
    ['nothing at all', { address: ' ' }, rejected('required', 'place.address')],
    ['an endless address', { address: 'x'.repeat(201) }, rejected('tooLong', 'place.address')],
    ['a control character', { address: 'a\u0000' }, rejected('controlCharacters', 'place.address')],
    ['half a coordinate', { address: 'a', lon: 110.5 }, rejected('notANumber', 'place.lat')],
    ['the other half', { address: 'a', lat: 30.5 }, rejected('notANumber', 'place.lon')],
    ['NaN', { address: 'a', lon: Number.NaN, lat: 30 }, rejected('notANumber', 'place.lon')],
    ['infinity', { address: '', lon: 110, lat: Infinity }, rejected('notANumber', 'place.lat')],
    [
      'not even a number',
      { address: '', lon: '110' as unknown as number, lat: 30 },
      rejected('notANumber', 'place.lon'),
    ],
    [
      'east of the city',
      { address: '', lon: 112.1, lat: 30.5 },
      rejected('outsideCity', 'place.lon'),
    ],
    [
      'south of the city',
      { address: '', lon: 111, lat: 29.9 },
      rejected('outsideCity', 'place.lat'),
    ],
    ['an unknown cell', { address: 'a', cell: 'x9' }, rejected('unknownCell', 'place.cell')],
  ])('is refused: %s', (_, place, answer) => expect(decidePlace(place, city)).toEqual(answer));

  it('says what the city’s bounds are', () =>
    expect(decidePlace({ address: '', lon: 0, lat: 30.5 }, city)).toMatchObject({
      facts: { city: 'Xinghe', cityZh: '星河市', west: 110, south: 30, east: 112, north: 31 },
    }));

  it.each<[string, Place, Place]>([
    ['an address alone, trimmed', { address: ' 1 River Road ' }, { address: '1 River Road' }],
    [
      'a coordinate, whose cell and district are found',
      { address: '', lon: 111.2, lat: 30.5 },
      { address: '', lon: 111.2, lat: 30.5, cell: 'e1', district: 'east' },
    ],
    [
      'the corner of the city',
      { address: '', lon: 110, lat: 30 },
      { address: '', lon: 110, lat: 30, cell: 'w1', district: 'west' },
    ],
    [
      'a coordinate in no cell',
      { address: '', lon: 111.8, lat: 30.5 },
      { address: '', lon: 111.8, lat: 30.5 },
    ],
    [
      'a cell named by the caller, over the one found',
      { address: '', lon: 110.5, lat: 30.5, cell: 'unmapped' },
      { address: '', lon: 110.5, lat: 30.5, cell: 'unmapped', district: 'east' },
    ],
    [
      'a district that is only claimed: the cell’s counts',
      { address: 'a', cell: 'w1', district: 'east' },
      { address: 'a', cell: 'w1', district: 'west' },
    ],
  ])('is taken: %s', (_, place, found) => expect(decidePlace(place, city)).toEqual(found));
});
