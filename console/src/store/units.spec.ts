import { describe, expect, it } from 'vitest';
import type { UnitRow } from '../api/types.ts';
import {
  atWorkFirst,
  isFree,
  isParOverdue,
  matchesUnit,
  positionGoodFor,
  stateOf,
  takesUnits,
  unitsByDepartment,
} from './units.ts';

const unit = (callSign: string, department: string, facts: Partial<UnitRow> = {}): UnitRow => ({
  id: `xinghe.${callSign}`,
  city: 'xinghe',
  callSign,
  department,
  kind: 'engine',
  name: { zh: callSign, en: callSign },
  capabilities: [],
  station: 'North',
  lon: null,
  lat: null,
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
  ...facts,
});
const active = {
  assignment: 'a',
  incident: 'i',
  incidentNumber: 1,
  par: null,
  stage: 'EN_ROUTE',
  since: '2026-05-01T08:00:00.000Z',
} as const;

describe('the units', () => {
  it('stand by department in the given order, those that can be sent first', () => {
    const rows = [
      unit('P1', 'police'),
      unit('E1', 'fire', { active }),
      unit('E2', 'fire', { onDuty: false }),
      unit('E3', 'fire'),
      unit('X1', 'unknown'),
    ];
    const groups = unitsByDepartment(rows, ['fire', 'police']);
    expect(groups.map(([id, group]) => [id, ...group.map((row) => row.callSign)])).toEqual([
      ['fire', 'E3', 'E1', 'E2'],
      ['police', 'P1'],
      ['unknown', 'X1'],
    ]);
    expect(rows.filter(isFree).map((row) => row.callSign)).toEqual(['P1', 'E3', 'X1']);
  });

  it('are found by every word that was typed, in any case', () => {
    expect(matchesUnit('E01 Fire and rescue pump', 'fire PUMP')).toBe(true);
    expect(matchesUnit('E01 Fire and rescue pump', 'fire ladder')).toBe(false);
    expect(matchesUnit('E01', '')).toBe(true);
  });

  it('are free only on duty, neither at work nor promised nor in reserve', () => {
    const reserve = { reason: 'r', since: '2026-05-01T08:00:00.000Z', until: null };
    const states = [
      unit('E1', 'fire'),
      unit('E2', 'fire', { reserve }),
      unit('E3', 'fire', { reserve, active }),
      unit('E4', 'fire', { stacked: [active] }),
      unit('E5', 'fire', { onDuty: false }),
    ].map(stateOf);
    expect(states).toEqual(['free', 'reserve', 'committed', 'committed', 'offDuty']);
  });

  it('stand for who watches with the silent crews first, then those at work', () => {
    const par = { check: 1, due: null, answerBy: null, overdueSince: '2026-05-01T08:00:00.000Z' };
    const silent = unit('E9', 'fire', { active: { ...active, par } });
    const rows = [unit('E1', 'fire'), unit('E2', 'fire', { active }), silent];
    const [[, group] = ['', []]] = unitsByDepartment(rows, ['fire'], atWorkFirst);
    expect(group.map(({ callSign }) => callSign)).toEqual(['E9', 'E2', 'E1']);
    expect(rows.map(isParOverdue)).toEqual([false, false, true]);
  });

  it('have positions that grow old by the city’s rule, and go to open incidents only', () => {
    expect(positionGoodFor({ positionGoodForSeconds: 120 })).toBe(120);
    expect(positionGoodFor(null)).toBe(0);
    expect(takesUnits('RESPONDING')).toBe(true);
    expect(takesUnits('RESOLVED')).toBe(false);
  });
});
