import { expect, it } from 'vitest';
import { filterOf, noFilter } from './filter.ts';

const incident = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const fromEntered = (entered: string): string => `${entered}:00.000Z`;

it('[X33] asks for what was entered, and for nothing that is not entered whole', () => {
  const nothing = { account: null, incident: null, kinds: null, from: null, until: null };
  expect(filterOf(noFilter, fromEntered)).toEqual(nothing);
  expect(filterOf({ ...noFilter, incident: incident.slice(0, 20) }, fromEntered)).toEqual(nothing);
  const entered = { account: ' chen ', incident, kind: 'SIGNED_IN', from: '2026-03-01T08:00' };
  expect(filterOf({ ...noFilter, ...entered, kind: 'SIGNED_IN' }, fromEntered)).toEqual({
    account: 'chen',
    incident,
    kinds: ['SIGNED_IN'],
    from: '2026-03-01T08:00:00.000Z',
    until: null,
  });
});
