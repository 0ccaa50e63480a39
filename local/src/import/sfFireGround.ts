import type { Bounds, Capability, Deadlines, Department } from '@tocsin/domain';

export const sfCity = 'san-francisco';
export const sfTimeZone = 'America/Los_Angeles';
/** The city with its piers, Treasure Island and Yerba Buena. */
export const sfBounds: Bounds = { west: -122.53, south: 37.69, east: -122.35, north: 37.84 };

/** Who takes part in San Francisco's emergencies, under the ids that every city here uses. */
export const sfDepartments: readonly Department[] = [
  {
    id: 'command-centre',
    name: { en: 'Department of Emergency Management', zh: '应急指挥中心' },
    takesTasks: false,
  },
  { id: 'fire', name: { en: 'Fire Department', zh: '消防局' }, takesTasks: true },
  { id: 'police', name: { en: 'Police Department', zh: '警察局' }, takesTasks: true },
  {
    id: 'traffic-police',
    name: { en: 'California Highway Patrol', zh: '加州公路巡警' },
    takesTasks: true,
  },
  {
    id: 'health',
    name: { en: 'Emergency Medical Services Agency', zh: '急救医疗管理局' },
    takesTasks: true,
  },
  { id: 'gas', name: { en: 'Gas Company', zh: '燃气公司' }, takesTasks: true },
  { id: 'power', name: { en: 'Power Company', zh: '电力公司' }, takesTasks: true },
  { id: 'water-supply', name: { en: 'Water Utility', zh: '供水公司' }, takesTasks: true },
  { id: 'drainage', name: { en: 'Sewer Utility', zh: '排水公司' }, takesTasks: true },
  { id: 'urban-management', name: { en: 'Public Works', zh: '市政工程局' }, takesTasks: true },
  { id: 'transport', name: { en: 'Transportation Agency', zh: '交通运输局' }, takesTasks: true },
];

/** What the city's units can do, as their types show it. */
export const sfCapabilities: readonly Capability[] = [
  { id: 'pump', name: { en: 'Engine company with a pump', zh: '供水灭火' } },
  { id: 'fire', name: { en: 'Fire fighting', zh: '灭火' } },
  { id: 'first-aid', name: { en: 'First aid', zh: '现场急救' } },
  { id: 'ladder', name: { en: 'Ladder', zh: '登高' } },
  { id: 'forcible-entry', name: { en: 'Forcible entry', zh: '破拆' } },
  { id: 'ambulance', name: { en: 'Ambulance transport', zh: '救护转运' } },
  { id: 'als', name: { en: 'Advanced life support', zh: '高级生命支持' } },
  { id: 'command', name: { en: 'Chief officer', zh: '现场指挥' } },
  { id: 'ems-command', name: { en: 'Medical supervision', zh: '医疗指挥' } },
  { id: 'rescue', name: { en: 'Technical rescue', zh: '抢险救援' } },
  { id: 'support', name: { en: 'Support', zh: '保障' } },
  { id: 'investigation', name: { en: 'Fire investigation', zh: '火灾调查' } },
];

/** A starting point, to be set by the city: seconds from the assignment, by priority. */
export const sfDeadlines: Deadlines = {
  acknowledge: { 1: 60, 2: 120, 3: 300, 4: 600 },
  finish: { 1: 1800, 2: 3600, 3: 7200, 4: 14400 },
  escalation: [
    { to: 'liaison', after: 0 },
    { to: 'dutyOfficer', after: 60 },
    { to: 'commandCentre', after: 120 },
  ],
};

/** The 41 neighbourhoods of the city's "Analysis Neighborhoods", in Chinese. */
export const neighbourhoodsInChinese: Readonly<Record<string, string>> = {
  'Bayview Hunters Point': '湾景猎人角',
  'Bernal Heights': '伯纳尔高地',
  'Castro/Upper Market': '卡斯楚/上市场街',
  Chinatown: '唐人街',
  Excelsior: '怡东区',
  'Financial District/South Beach': '金融区/南滩',
  'Glen Park': '格伦公园',
  'Golden Gate Park': '金门公园',
  'Haight Ashbury': '海特-阿什伯里',
  'Hayes Valley': '海斯谷',
  'Inner Richmond': '内列治文',
  'Inner Sunset': '内日落区',
  Japantown: '日本城',
  Lakeshore: '湖滨区',
  'Lincoln Park': '林肯公园',
  'Lone Mountain/USF': '孤山/旧金山大学',
  Marina: '海港区',
  'McLaren Park': '麦克拉伦公园',
  Mission: '教会区',
  'Mission Bay': '教会湾',
  'Nob Hill': '贵族山',
  'Noe Valley': '诺伊谷',
  'North Beach': '北滩',
  'Oceanview/Merced/Ingleside': '海景/默塞德/英格赛',
  'Outer Mission': '外教会区',
  'Outer Richmond': '外列治文',
  'Pacific Heights': '太平洋高地',
  Portola: '波托拉',
  'Potrero Hill': '波特雷罗山',
  Presidio: '普雷西迪奥',
  'Presidio Heights': '普雷西迪奥高地',
  'Russian Hill': '俄罗斯山',
  Seacliff: '海崖区',
  'South of Market': '市场南区',
  'Sunset/Parkside': '日落区/柏克赛德',
  Tenderloin: '田德隆区',
  'Treasure Island': '金银岛',
  'Twin Peaks': '双峰',
  'Visitacion Valley': '访谷区',
  'West of Twin Peaks': '双峰西',
  'Western Addition': '西增区',
};
