import type { Depot, SupplyItem } from '@tocsin/domain';

type Row = readonly [id: string, zh: string, en: string, unit: string, unitEn: string];

const kinds: Readonly<Record<string, readonly Row[]>> = {
  flood: [
    ['rubber-boat', '橡皮艇', 'Rubber boat', '艘', 'boat'],
    ['life-jacket', '救生衣', 'Life jacket', '件', 'piece'],
    ['sandbag', '沙袋', 'Sandbag', '只', 'bag'],
    ['flood-pump', '移动排水泵', 'Mobile flood pump', '台', 'pump'],
    ['flood-barrier', '装配式防洪挡板', 'Flood barrier', '米', 'metre'],
    ['geotextile', '土工布', 'Geotextile', '平方米', 'square metre'],
  ],
  fire: [
    ['foam-concentrate', '泡沫原液', 'Foam concentrate', '千克', 'kilogram'],
    ['breathing-apparatus', '空气呼吸器', 'Breathing apparatus', '套', 'set'],
    ['fire-hose', '消防水带', 'Fire hose', '盘', 'roll'],
    ['absorbent', '吸附材料', 'Absorbent', '千克', 'kilogram'],
    ['gas-detector', '气体检测仪', 'Gas detector', '台', 'device'],
  ],
  medical: [
    ['mask', '医用口罩', 'Medical mask', '只', 'piece'],
    ['protective-suit', '防护服', 'Protective suit', '套', 'suit'],
    ['stretcher', '担架', 'Stretcher', '副', 'stretcher'],
    ['first-aid-kit', '急救包', 'First aid kit', '个', 'kit'],
    ['disinfectant', '消毒液', 'Disinfectant', '升', 'litre'],
  ],
  shelter: [
    ['tent', '救灾帐篷', 'Relief tent', '顶', 'tent'],
    ['folding-bed', '折叠床', 'Folding bed', '张', 'bed'],
    ['blanket', '棉被', 'Quilt', '床', 'quilt'],
    ['drinking-water', '饮用水', 'Drinking water', '箱', 'case'],
    ['ration', '应急口粮', 'Ration', '份', 'portion'],
  ],
  power: [
    ['generator-set', '应急发电机', 'Generator set', '台', 'set'],
    ['light-tower', '应急照明灯塔', 'Light tower', '座', 'tower'],
    ['satellite-phone', '卫星电话', 'Satellite phone', '部', 'phone'],
  ],
  road: [
    ['de-icing-salt', '融雪剂', 'De-icing salt', '吨', 'tonne'],
    ['traffic-cone', '交通锥', 'Traffic cone', '个', 'cone'],
  ],
};

/** What use consumes; everything else is given back. */
const consumed = new Set(
  'sandbag geotextile foam-concentrate absorbent mask protective-suit first-aid-kit disinfectant drinking-water ration de-icing-salt'.split(
    ' ',
  ),
);

export const items: readonly SupplyItem[] = Object.entries(kinds).flatMap(([category, rows]) =>
  rows.map(([id, zh, en, unit, unitEn]) => ({
    id,
    name: { zh, en },
    unit: { zh: unit, en: unitEn },
    category,
    returnable: !consumed.has(id),
  })),
);

export const depots: readonly Depot[] = [
  {
    id: 'central',
    name: { zh: '市级应急物资中心库', en: 'Central reserve depot' },
    department: 'material-reserves',
    address: '朝阳路 88 号 88 Chaoyang Road',
    lon: 113.152,
    lat: 28.196,
    lowStock: { tent: 100, 'folding-bed': 200, blanket: 400, 'drinking-water': 200, ration: 1000 },
  },
  {
    id: 'linjiang-flood',
    name: { zh: '临江防汛物资库', en: 'Linjiang flood depot' },
    department: 'water-resources',
    address: '滨江路 12 号 12 Binjiang Road',
    lon: 113.078,
    lat: 28.188,
    lowStock: { sandbag: 5000, 'rubber-boat': 8, 'life-jacket': 150, 'flood-barrier': 200 },
  },
  {
    id: 'drainage-yard',
    name: { zh: '排水公司抢险仓库', en: 'Drainage company yard' },
    department: 'drainage',
    address: '清泉路 5 号 5 Qingquan Road',
    lon: 113.172,
    lat: 28.164,
    lowStock: { 'flood-pump': 6, sandbag: 1000 },
  },
  {
    id: 'fire-logistics',
    name: { zh: '消防救援战勤保障库', en: 'Fire and rescue logistics depot' },
    department: 'fire',
    address: '建设路 119 号 119 Jianshe Road',
    lon: 113.121,
    lat: 28.213,
    lowStock: { 'foam-concentrate': 10_000, 'breathing-apparatus': 40, absorbent: 500 },
  },
  {
    id: 'medical-reserve',
    name: { zh: '卫生应急物资库', en: 'Medical reserve depot' },
    department: 'health',
    address: '杏林路 20 号 20 Xinglin Road',
    lon: 113.139,
    lat: 28.247,
    lowStock: { mask: 20_000, 'protective-suit': 1000, 'first-aid-kit': 200, disinfectant: 800 },
  },
  {
    id: 'gaoxin-hazmat',
    name: { zh: '高新区危化品处置物资库', en: 'Gaoxin hazardous materials depot' },
    department: 'emergency-management',
    address: '科技街 60 号 60 Keji Street',
    lon: 113.256,
    lat: 28.142,
    lowStock: { absorbent: 1000, 'gas-detector': 10, 'protective-suit': 200 },
  },
  {
    id: 'songshan-relief',
    name: { zh: '松山救灾物资分库', en: 'Songshan relief depot' },
    department: 'material-reserves',
    address: '松涛路 7 号 7 Songtao Road',
    lon: 113.252,
    lat: 28.238,
    lowStock: { tent: 50, blanket: 200, 'generator-set': 4, 'light-tower': 4 },
  },
  {
    id: 'road-maintenance',
    name: { zh: '城管道路养护仓库', en: 'Road maintenance depot' },
    department: 'urban-management',
    address: '劳动路 33 号 33 Laodong Road',
    lon: 113.048,
    lat: 28.252,
    lowStock: { 'de-icing-salt': 40, 'traffic-cone': 300 },
  },
];
