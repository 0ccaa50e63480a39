import { describe, expect, it } from 'vitest';
import { committed } from '../incident.testkit.ts';
import { position } from '../metadata.ts';
import { recorded } from '../specification.testkit.ts';
import { causeStreams, isCauseOf, isDeed } from './causes.ts';

const deed = recorded(committed);
const at = (place: number, meta: object = {}) => ({
  id: `e-${place}`,
  position: position(place),
  meta: { ...deed.meta, ...meta },
});

describe('[X53] the cause of an event', () => {
  it('may stand in its own stream and in those that its facts name', () => {
    expect(causeStreams({ stream: 'incident-i-1', data: committed.data })).toEqual([
      'incident-i-1',
      'unit-xinghe.E1',
    ]);
    const stage = { unit: 'x.E1', incident: 'i-2', note: 'unit' };
    expect(causeStreams({ stream: 'unit-x.E1', data: stage })).toEqual([
      'unit-x.E1',
      'incident-i-2',
    ]);
  });

  it('is an event before it, by its own id or its command’s', () => {
    const effect = at(20, { causationId: 'e-10', commandId: 'c-20' });
    expect(isCauseOf(at(10), effect)).toBe(true);
    expect(isCauseOf(at(11), effect)).toBe(false);
    expect(isCauseOf(at(11, { commandId: 'e-10' }), effect)).toBe(true);
    expect(isCauseOf({ ...at(30), id: 'e-10' }, effect)).toBe(false);
    expect(isDeed(effect)).toBe(false);
    expect(isDeed(deed)).toBe(true);
  });
});
