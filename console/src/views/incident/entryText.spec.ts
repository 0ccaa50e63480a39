// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../api/types.ts';
import { words } from '../../app/words.ts';
import type { Text } from '../../i18n/text.ts';
import { cityIndex } from '../../store/cityIndex.ts';
import { entryDetail } from './entryText.ts';

const index = cityIndex({
  id: 'xinghe',
  name: { zh: '星河市', en: 'Xinghe' },
  timeZone: 'Asia/Shanghai',
  demo: true,
  bounds: { west: 0, south: 0, east: 1, north: 1 },
  departments: [{ id: 'fire', name: { zh: '消防', en: 'Fire' }, takesTasks: true }],
  districts: [],
  subdistricts: [],
  jurisdictions: [{ id: 'north', name: { zh: '北市', en: 'North' }, phone: null }],
  plans: [],
  rules: { postures: {}, travel: {} },
  cells: [],
  streets: [],
  types: [],
  capabilities: [{ id: 'ladder', name: { zh: '云梯', en: 'Ladder' } }],
  items: [{ id: 'boat', name: { zh: '船', en: 'Boat' }, unit: { zh: '艘', en: 'boats' } }],
});
const t: Text = (key, facts) => [key, ...Object.values(facts ?? {})].join(' ');
const said = { ...words(index, 'en'), t };
const entry = (type: string, data: unknown, department: string | null = null): Entry => ({
  incident: 'i',
  revision: '1',
  position: '1',
  event: 'e-1',
  type,
  occurredAt: '2026-05-01T08:00:00.000Z',
  recordedAt: '2026-05-01T08:00:00.000Z',
  actor: {
    kind: 'PERSON',
    id: 'p',
    name: 'P',
    role: 'LIAISON',
    department: 'gas',
    console: null,
    onBehalfOf: null,
  },
  commandId: 'c',
  causationId: 'c',
  correlationId: 'c',
  task: null,
  department,
  data,
  hash: '',
});

describe('what an entry is about', () => {
  it.each([
    [entry('NoteAdded', { note: 'an-id', text: 'Wind turned' }), 'Wind turned'],
    [entry('TaskAssigned', { instruction: 'Go' }, 'fire'), 'Fire · Go'],
    [entry('TaskAccepted', { task: 't' }, 'gas'), ''],
    [entry('UnitStageRecorded', { unit: 'xinghe.E01', stage: 'onScene' }), 'E01 · stage.ON_SCENE'],
    [
      entry('TaskEscalated', { step: 2, to: 'dutyOfficer' }, 'fire'),
      'Fire · chain.escalated 2 addressee.DUTY_OFFICER',
    ],
    [entry('PlanApplied', { name: { zh: '燃气', en: 'Gas leak' }, version: 3 }), 'Gas leak (3)'],
    [entry('UnitsRequested', { capability: 'ladder', count: 2 }), '2 × Ladder'],
    [entry('SupplyRequested', { item: 'boat', quantity: 2 }), 'Boat × 2'],
    [entry('ChecklistItemTicked', { plan: 'gas', item: 'wind' }), 'wind'],
    [entry('IncidentContained', {}), ''],
    [
      entry('IncidentJudged', { grade: 1, priority: 2, reason: 'Spread' }),
      'grade.label 1 · priority.label 2 · Spread',
    ],
    [entry('ResponseLevelSet', { level: 3, reason: 'Wind' }), 'judge.levelOf 3 · Wind'],
    [
      entry('ResponsibilityAssigned', { reason: { zh: '规则', en: 'By rule' } }, 'fire'),
      'Fire · By rule',
    ],
    [
      entry('IncidentMerged', { intoWhat: 'Big fire', what: 'x', reason: 'Same' }),
      '→ Big fire · x · Same',
    ],
    [
      entry('UnitCommitted', {
        callSign: 'E1',
        unit: 'xinghe.E1',
        recommendation: { rank: 2 },
        reason: 'E2 is washing',
        fromReserve: true,
      }),
      'E1 · recommend.rank 2 · recommend.wasInReserve · E2 is washing',
    ],
    [
      entry('UnitWithdrawn', { unit: 'xinghe.E1', reason: '', cause: 'resolved' }),
      'E1 · callBack.text callBack.ended.resolved',
    ],
    [
      entry('UnitParRecorded', { unit: 'xinghe.E1', check: 1, result: 'confirmed', persons: 6 }),
      'E1 · par.confirm · par.people 6',
    ],
    [
      entry('UnitParRecorded', { unit: 'xinghe.E1', check: 1, result: 'overdue' }),
      'E1 · par.overdue',
    ],
    [
      entry('MutualAidRequested', { jurisdiction: 'north', capability: 'ladder', count: 2 }),
      'North · 2 × Ladder',
    ],
    [
      entry('MutualAidAnswered', {
        jurisdiction: 'north',
        capability: 'ladder',
        granted: true,
        units: [{ callSign: 'N7' }],
      }),
      'North · mutualAid.granted · N7',
    ],
    [
      entry('MutualAidEnded', { jurisdiction: 'north', units: ['xinghe.north-N7'], reason: '' }),
      'North · north-N7',
    ],
    [entry('SomethingNewer', null), ''],
  ])('case %#', (one, text) => {
    expect(entryDetail(one, said)).toBe(text);
  });
});
