import { type CityProfile, noDefinitions, usualRules } from '@tocsin/domain';

const department = (id: string, en: string, zh: string) => ({
  id,
  name: { en, zh },
  takesTasks: true,
});

const cells = Array.from({ length: 16 }, (_, at) => {
  const west = 113 + (at % 4) * 0.05;
  const south = 28 + Math.floor(at / 4) * 0.05;
  return {
    id: `cell-${at + 1}`,
    name: { en: `Cell ${at + 1}`, zh: `第${at + 1}网格` },
    district: at < 8 ? 'south' : 'north',
    bounds: { west, south, east: west + 0.05, north: south + 0.05 },
  };
});

/** A city of 16 cells with every deadline hours away, so that nothing escalates meanwhile. */
export const profile: CityProfile = {
  ...noDefinitions,
  id: 'bench',
  name: { en: 'Bench', zh: '测试市' },
  bounds: { west: 113, south: 28, east: 113.2, north: 28.2 },
  timeZone: 'Asia/Shanghai',
  demo: false,
  departments: [
    { ...department('command-centre', 'Command Centre', '指挥中心'), takesTasks: false },
    department('fire', 'Fire', '消防'),
    department('police', 'Police', '公安'),
    department('gas', 'Gas', '燃气'),
  ],
  districts: [
    { id: 'south', name: { en: 'South', zh: '南区' } },
    { id: 'north', name: { en: 'North', zh: '北区' } },
  ],
  cells,
  streets: [],
  types: [
    {
      id: 'gas-leak',
      name: { en: 'Gas leak', zh: '燃气泄漏' },
      class: 'accidentDisaster',
      grade: 3,
      priority: 2,
      departments: ['gas', 'fire', 'police'],
    },
  ],
  rules: usualRules,
  deadlines: {
    acknowledge: { 1: 36_000, 2: 36_000, 3: 36_000, 4: 36_000 },
    finish: { 1: 72_000, 2: 72_000, 3: 72_000, 4: 72_000 },
    escalation: [{ to: 'liaison', after: 0 }],
  },
};
