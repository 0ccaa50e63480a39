import { describe, expect, it } from 'vitest';
import { addressOf, emptyIntake, intakeFaults, reportOf } from './intakeDraft.ts';

describe('the intake form', () => {
  it('asks for what happened and where before it sends', () => {
    expect(intakeFaults(emptyIntake)).toEqual(['whatMissing', 'placeMissing']);
    expect(intakeFaults({ ...emptyIntake, what: 'smoke', street: '滨江路' })).toEqual([]);
    expect(intakeFaults({ ...emptyIntake, what: 'smoke', detail: 'by the pier' })).toEqual([]);
  });

  it.each([
    ['', '30', ['lonNotNumber']],
    ['112.9', 'north', ['latNotNumber']],
    ['1e999', '30', ['lonNotNumber']],
    ['112.9', '28.2', []],
  ])('reads coordinates %s and %s', (lon, lat, faults) => {
    expect(intakeFaults({ ...emptyIntake, what: 'x', by: 'coordinate', lon, lat })).toEqual(faults);
  });

  it('writes the address as the language does', () => {
    const draft = { ...emptyIntake, street: '滨江路', house: '12', detail: '东门' };
    expect(addressOf(draft, 'zh-CN')).toBe('滨江路12号，东门');
    expect(addressOf({ ...draft, street: 'Riverside Road', detail: '' }, 'en')).toBe(
      '12 Riverside Road',
    );
  });

  it('sends the cell of a street, and leaves that of a coordinate to the server', () => {
    const draft = { ...emptyIntake, what: ' gas ', street: 'A', cell: 'c7', name: ' Li ' };
    expect(reportOf(draft, 'en')).toEqual({
      channel: 'PHONE',
      what: 'gas',
      place: { address: 'A', cell: 'c7' },
      reporter: { name: 'Li' },
      exercise: false,
    });
    expect(reportOf({ ...draft, by: 'coordinate', lon: '1.5', lat: '2' }, 'en').place).toEqual({
      address: '',
      lon: 1.5,
      lat: 2,
    });
  });
});
