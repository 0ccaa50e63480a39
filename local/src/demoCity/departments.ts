import type { Department } from '@tocsin/domain';

type Row = readonly [id: string, zh: string, en: string, phone: string];

const authorities: readonly Row[] = [
  ['police', '公安局', 'Police', '8800-0110'],
  ['traffic-police', '交警支队', 'Traffic police', '8800-0122'],
  ['fire', '消防救援支队', 'Fire and rescue', '8800-0119'],
  ['urban-management', '城市管理局', 'Urban management', '8800-0319'],
  ['transport', '交通运输局', 'Transport', '8800-0328'],
  ['emergency-management', '应急管理局', 'Emergency management and work safety', '8800-0350'],
  ['market-supervision', '市场监督管理局', 'Market and quality supervision', '8800-0315'],
  ['health', '卫生健康委员会', 'Health', '8800-0120'],
  ['water-resources', '水利局', 'Water resources', '8800-0331'],
  ['seismology', '地震局', 'Seismology', '8800-0332'],
  ['material-reserves', '物资储备局', 'Material reserves', '8800-0333'],
];

const enterprises: readonly Row[] = [
  ['power', '供电公司', 'Power company', '8800-0598'],
  ['gas', '燃气公司', 'Gas company', '8800-0777'],
  ['water-supply', '供水公司', 'Water supply company', '8800-0768'],
  ['drainage', '排水公司', 'Drainage company', '8800-0769'],
  ['heat', '热力公司', 'Heating company', '8800-0770'],
  ['telecom', '通信公司', 'Telecom company', '8800-0100'],
];

const commandCentre: Department = {
  id: 'command-centre',
  name: { zh: '城市应急指挥中心', en: 'Emergency command centre' },
  takesTasks: false,
  phone: '8800-0000',
};

const department = ([id, zh, en, phone]: Row): Department => ({
  id,
  name: { zh, en },
  takesTasks: true,
  phone,
});

export const departments: readonly Department[] = [
  commandCentre,
  ...authorities.map(department),
  ...enterprises.map((row): Department => ({ ...department(row), enterprise: true })),
];
