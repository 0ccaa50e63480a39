import type { Grade, IncidentClass, IncidentType, Priority } from '@tocsin/domain';

type Row = readonly [id: string, zh: string, en: string, Grade, Priority, departments: string];

/** The departments of a row, by a space; the first leads. */
const rows: Readonly<Record<IncidentClass, readonly Row[]>> = {
  accidentDisaster: [
    ['structure-fire', '建筑火灾', 'Structure fire', 3, 1, 'fire police health power gas'],
    ['vehicle-fire', '车辆火灾', 'Vehicle fire', 4, 1, 'fire traffic-police'],
    ['fire-alarm', '火灾报警', 'Fire alarm', 4, 2, 'fire'],
    ['gas-leak', '燃气泄漏', 'Gas leak', 3, 1, 'fire gas police'],
    [
      'hazardous-release',
      '危险化学品泄漏',
      'Hazardous release',
      2,
      1,
      'fire emergency-management health police',
    ],
    ['traffic-collision', '交通事故', 'Traffic collision', 4, 2, 'traffic-police health fire'],
    [
      'building-collapse',
      '建筑物坍塌',
      'Building collapse',
      2,
      1,
      'fire emergency-management health police gas power',
    ],
    [
      'road-collapse',
      '路面塌陷',
      'Road collapse',
      3,
      2,
      'urban-management traffic-police drainage gas water-supply',
    ],
    ['entrapment', '人员被困', 'Person trapped', 4, 2, 'fire market-supervision'],
    [
      'workplace-accident',
      '生产安全事故',
      'Workplace accident',
      3,
      2,
      'emergency-management health police',
    ],
    ['electrical-hazard', '电力险情', 'Electrical hazard', 4, 2, 'power fire'],
    ['power-outage', '停电', 'Power outage', 4, 3, 'power'],
    [
      'water-main-burst',
      '供水管道爆裂',
      'Water main burst',
      4,
      2,
      'water-supply traffic-police urban-management',
    ],
    ['heating-failure', '供热中断', 'Heating failure', 4, 3, 'heat'],
    ['telecom-outage', '通信中断', 'Telecom outage', 4, 3, 'telecom'],
    ['transit-disruption', '公共交通中断', 'Transit disruption', 4, 3, 'transport traffic-police'],
  ],
  naturalDisaster: [
    [
      'urban-flooding',
      '城市内涝',
      'Urban flooding',
      3,
      2,
      'drainage traffic-police urban-management material-reserves',
    ],
    [
      'river-flood',
      '江河洪水',
      'River flood',
      2,
      1,
      'water-resources emergency-management material-reserves police',
    ],
    [
      'earthquake',
      '地震',
      'Earthquake',
      1,
      1,
      'seismology emergency-management fire health material-reserves',
    ],
    ['landslide', '山体滑坡', 'Landslide', 2, 1, 'emergency-management fire health transport'],
    ['wildfire', '森林火灾', 'Wildfire', 3, 1, 'fire emergency-management police'],
    ['storm-damage', '大风灾害', 'Storm damage', 4, 3, 'urban-management power'],
    [
      'ice-and-snow',
      '低温雨雪冰冻',
      'Ice and snow',
      3,
      3,
      'transport traffic-police urban-management heat',
    ],
  ],
  publicHealth: [
    ['medical-emergency', '急救', 'Medical emergency', 4, 1, 'health'],
    ['food-poisoning', '食物中毒', 'Food poisoning', 3, 2, 'health market-supervision'],
    ['infectious-disease', '传染病疫情', 'Infectious disease', 2, 2, 'health police'],
    [
      'water-contamination',
      '饮用水污染',
      'Water contamination',
      2,
      1,
      'water-supply health water-resources',
    ],
  ],
  socialSecurity: [
    ['violent-crime', '暴力案件', 'Violent crime', 3, 1, 'police health'],
    ['crowd-disorder', '群体性事件', 'Crowd disorder', 3, 2, 'police urban-management'],
    ['crowd-crush', '人员拥挤踩踏', 'Crowd crush', 2, 1, 'police health fire traffic-police'],
    ['bomb-threat', '爆炸物威胁', 'Bomb threat', 2, 1, 'police fire health'],
    ['missing-person', '人员走失', 'Missing person', 4, 3, 'police'],
  ],
};

const typeOf = (
  of: IncidentClass,
  [id, zh, en, grade, priority, departments]: Row,
): IncidentType => ({
  id,
  name: { zh, en },
  class: of,
  grade,
  priority,
  departments: departments.split(' '),
});

export const incidentTypes: readonly IncidentType[] = (
  Object.keys(rows) as IncidentClass[]
).flatMap((of) => rows[of].map((row) => typeOf(of, row)));
