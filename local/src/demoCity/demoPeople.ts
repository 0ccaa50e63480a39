import type { PersonCommand, Role } from '@tocsin/domain';
import { demoCity } from './cityProfile.ts';

export type Appointment = Extract<PersonCommand, { type: 'AppointPerson' }>['data'];

/** Of every demo account; shown on the sign-in page while a demo city is in the log. */
export const demoPassword = 'tocsin-demo';

/** Its digest, as the gateway keeps one. Nothing is lost by showing that of a public password. */
export const demoDigest =
  'scrypt$32768$8$3$Kl74BCjo5arVufkvBW3h7A$-Ig8VdOla6d_AHwoKMxH_u8kYRtx-fUjVT9Hhy99hX4';

/** The account that is appointed last: with it, the demo city is complete. */
export const lastAccount = 'administrator';

const officer = (account: string, name: string, role: Role): Appointment => ({
  account,
  name,
  roles: [role],
  cities: ['*'],
  demo: true,
});

const liaison = (account: string, name: string, department: string = account): Appointment => ({
  account,
  name,
  roles: ['liaison'],
  cities: [demoCity],
  department,
  demo: true,
});

/** The people of the demo city, the last account last. */
export const demoPeople = (): readonly Appointment[] => [
  officer('dispatcher', '陈静 Chen Jing', 'dispatcher'),
  officer('dispatcher2', '刘洋 Liu Yang', 'dispatcher'),
  officer('commander', '周建国 Zhou Jianguo', 'commander'),
  officer('auditor', '林晓梅 Lin Xiaomei', 'auditor'),
  liaison('fire', '赵刚 Zhao Gang'),
  liaison('police', '王磊 Wang Lei'),
  liaison('gas', '孙丽华 Sun Lihua'),
  liaison('power', '马超 Ma Chao'),
  liaison('traffic', '李强 Li Qiang', 'traffic-police'),
  liaison('health', '何雪 He Xue'),
  liaison('urban', '郑凯 Zheng Kai', 'urban-management'),
  liaison('transport', '吴敏 Wu Min'),
  liaison('emergency', '冯志远 Feng Zhiyuan', 'emergency-management'),
  liaison('market', '蒋芳 Jiang Fang', 'market-supervision'),
  liaison('water-resources', '沈涛 Shen Tao'),
  liaison('seismology', '韩松 Han Song'),
  liaison('reserves', '杨帆 Yang Fan', 'material-reserves'),
  liaison('water-supply', '许婷 Xu Ting'),
  liaison('drainage', '邓伟 Deng Wei'),
  liaison('heat', '曹颖 Cao Ying'),
  liaison('telecom', '彭博文 Peng Bowen'),
  officer(lastAccount, '唐雅琴 Tang Yaqin', 'administrator'),
];
