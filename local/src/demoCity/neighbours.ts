import type { Jurisdiction } from '@tocsin/domain';

/** Made-up neighbours that lend units and ask for them. */
export const jurisdictions: readonly Jurisdiction[] = [
  { id: 'beiling', name: { zh: '北岭市', en: 'Beiling' }, phone: '8811-0000' },
  { id: 'qingya', name: { zh: '青崖市', en: 'Qingya' }, phone: '8822-0000' },
  { id: 'nanpu', name: { zh: '南埔市', en: 'Nanpu' }, phone: '8833-0000' },
  {
    id: 'yuenan-province',
    name: { zh: '岳南省应急指挥中心', en: 'Yuenan provincial command centre' },
    phone: '8899-0000',
  },
];
