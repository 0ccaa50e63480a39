import { describe, expect, it } from 'vitest';
import type { UnitRow } from '../../api/types.ts';
import { unitFeature } from './unitFeature.ts';

const now = Date.parse('2026-11-21T12:00:00Z');
const active = {
  assignment: 'a',
  incident: 'i',
  incidentNumber: 1,
  stage: 'EN_ROUTE',
  since: '2026-11-21T11:50:00Z',
  par: null,
} as const;
const unit: UnitRow = {
  id: 'xinghe.E12',
  city: 'xinghe',
  callSign: 'E12',
  department: 'fire',
  kind: 'fireEngine',
  name: { zh: '12', en: '12' },
  capabilities: [],
  station: 'North',
  lon: 113,
  lat: 28,
  onDuty: true,
  lastPosition: null,
  reserve: null,
  jurisdiction: null,
  lentFor: null,
  returnDue: false,
  active: null,
  stacked: [],
  revision: '0',
  position: '0',
};
const at = (iso: string) => ({ lon: 113.5, lat: 28.5, at: iso, accuracy: null });
const drawn = (facts: Partial<UnitRow>) => {
  const feature = unitFeature({ ...unit, ...facts }, 600, now);
  return (
    feature && [feature.geometry.coordinates, feature.properties.icon, feature.properties.label]
  );
};

describe('[V33] a unit on the map', () => {
  it.each<[string, Partial<UnitRow>, unknown]>([
    ['stands at its station while it says nothing', {}, [[113, 28], 'unit-free', 'E12']],
    ['stands nowhere when nothing is known', { lon: null }, null],
    [
      'stands where it last said',
      { active, lastPosition: at('2026-11-21T11:59:30Z') },
      [[113.5, 28.5], 'unit-committed', 'E12'],
    ],
    [
      'tells how old that is',
      { active, lastPosition: at('2026-11-21T11:56:30Z') },
      [[113.5, 28.5], 'unit-committed', "E12 03'"],
    ],
    [
      'is drawn open when nobody should go by it',
      { active, lastPosition: at('2026-11-21T11:40:00Z') },
      [[113.5, 28.5], 'unit-committed-stale', "E12 20'"],
    ],
    ['is drawn by its state', { onDuty: false }, [[113, 28], 'unit-offDuty', 'E12']],
  ])('%s', (_what, facts, wanted) => expect(drawn(facts)).toEqual(wanted));
});
