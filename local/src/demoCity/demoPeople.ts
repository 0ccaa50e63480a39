import type { Role } from '@tocsin/domain';
import type { ProfilePerson } from '../profile/profileFile.ts';

const officer = (account: string, name: string, role: Role): ProfilePerson => ({
  account,
  name,
  roles: [role],
  cities: ['*'],
});

const liaison = (account: string, name: string, department: string = account): ProfilePerson => ({
  account,
  name,
  roles: ['liaison'],
  department,
});

/** Account, name, department where the account is not the department's id, and its duty officer. */
const desks: readonly (readonly [
  account: string,
  name: string,
  duty: string,
  department?: string,
])[] = [
  ['fire', '赵刚 Zhao Gang', '罗勇 Luo Yong'],
  ['police', '王磊 Wang Lei', '钱卫东 Qian Weidong'],
  ['gas', '孙丽华 Sun Lihua', '袁斌 Yuan Bin'],
  ['power', '马超 Ma Chao', '叶青 Ye Qing'],
  ['traffic', '李强 Li Qiang', '田军 Tian Jun', 'traffic-police'],
  ['health', '何雪 He Xue', '宋医 Song Yi'],
  ['urban', '郑凯 Zheng Kai', '任洁 Ren Jie', 'urban-management'],
  ['transport', '吴敏 Wu Min', '石磊 Shi Lei'],
  ['emergency', '冯志远 Feng Zhiyuan', '姚远 Yao Yuan', 'emergency-management'],
  ['market', '蒋芳 Jiang Fang', '谭明 Tan Ming', 'market-supervision'],
  ['water-resources', '沈涛 Shen Tao', '江河 Jiang He'],
  ['seismology', '韩松 Han Song', '陆震 Lu Zhen'],
  ['reserves', '杨帆 Yang Fan', '高仓 Gao Cang', 'material-reserves'],
  ['water-supply', '许婷 Xu Ting', '方源 Fang Yuan'],
  ['drainage', '邓伟 Deng Wei', '廖清 Liao Qing'],
  ['heat', '曹颖 Cao Ying', '熊炎 Xiong Yan'],
  ['telecom', '彭博文 Peng Bowen', '白鸽 Bai Ge'],
];

/** Who answers for a department: its liaison and its duty officer, by account. */
export interface Desk {
  readonly department: string;
  readonly liaison: string;
  readonly dutyOfficer: string;
}

export const departmentDesks: readonly Desk[] = desks.map(
  ([account, , , department = account]) => ({
    department,
    liaison: account,
    dutyOfficer: `${account}-duty`,
  }),
);

/** The people of the demo city. */
export const demoPeople = (): readonly ProfilePerson[] => [
  officer('dispatcher', '陈静 Chen Jing', 'dispatcher'),
  officer('dispatcher2', '刘洋 Liu Yang', 'dispatcher'),
  officer('commander', '周建国 Zhou Jianguo', 'commander'),
  officer('auditor', '林晓梅 Lin Xiaomei', 'auditor'),
  ...desks.map(([account, name, , department]) => liaison(account, name, department)),
  ...desks.map(([account, , name, department = account]) =>
    liaison(`${account}-duty`, name, department),
  ),
  officer('administrator', '唐雅琴 Tang Yaqin', 'administrator'),
];
