import type { Department } from '@tocsin/domain';

const department = (id: string, zh: string, en: string, takesTasks = true): Department => ({
  id,
  name: { zh, en },
  takesTasks,
});

export const departments: readonly Department[] = [
  department('command-centre', '城市应急指挥中心', 'Emergency command centre', false),
  department('police', '公安局', 'Police'),
  department('traffic-police', '交警支队', 'Traffic police'),
  department('fire', '消防救援支队', 'Fire and rescue'),
  department('urban-management', '城市管理局', 'Urban management'),
  department('transport', '交通运输局', 'Transport'),
  department('emergency-management', '应急管理局', 'Emergency management'),
  department('market-supervision', '市场监督管理局', 'Market supervision'),
  department('health', '卫生健康委员会', 'Health'),
  department('water-resources', '水利局', 'Water resources'),
  department('seismology', '地震局', 'Seismology'),
  department('material-reserves', '物资储备局', 'Material reserves'),
  department('power', '供电公司', 'Power company'),
  department('gas', '燃气公司', 'Gas company'),
  department('water-supply', '供水公司', 'Water supply company'),
  department('drainage', '排水公司', 'Drainage company'),
  department('heat', '热力公司', 'Heating company'),
  department('telecom', '通信公司', 'Telecom company'),
];
