import type { ProfileFile } from './profileFile.ts';

/** What stands above the file. */
export const preamble = `
City profile of Tocsin: everything that is particular to a city, in one file.
城市配置：与某座城市有关的一切都在此文件中。

pnpm start --profile FILE          adopts it; after a change, restart. What changed is recorded as events.
                                   启动时采用；修改后重新启动，变化以事件形式记入日志。
pnpm tocsin profile check FILE     checks it without starting.  只检查，不启动。

Ids stand in the log for ever: rename things by their name, not by their id. What is taken out of
the file is withdrawn; incidents that used it keep it. Every name is in Chinese (zh) and English (en).
编号会永久留在日志中：改名请改 name，不改 id。从文件中删除的内容即撤销，已用到它的事件仍保留。
Times are in seconds unless their key says otherwise; positions in degrees, WGS-84.
时间除另有说明外以秒计；坐标为 WGS-84 经纬度。
`;

/** What each section holds, in the order of the file. */
export const sections: Readonly<Record<keyof ProfileFile, string>> = {
  format: 'The form of this file. 文件格式。',
  id: 'The city’s id; it stands in the names of streams and never changes. 城市编号，永不更改。',
  name: 'The city’s name. 城市名称。',
  timeZone: 'IANA time zone in which shifts and reports are read. 时区。',
  demo: `true: a made-up city whose accounts are offered at sign-in, all with the password "tocsin-demo".
false: give each person a password with "pnpm tocsin person password ACCOUNT".
演示城市为 true，账号密码均为 tocsin-demo；真实城市为 false，用上述命令为每人设置密码。`,
  bounds: 'West, south, east, north: reports outside are questioned. 城市范围。',
  departments: `Departments, authorities and enterprises alike [政企联动].
takesTasks: whether tasks can be given to it. phone: of its duty desk. enterprise: true for companies.
部门与联动企业：takesTasks 是否承接任务，phone 值班电话，enterprise 企业。`,
  districts: 'Districts [区].',
  subdistricts: 'Between district and grid cell [街道].',
  cells: `Grid cells [网格]: the smallest part of the city that somebody is responsible for.
bounds may be left out; then a place names its cell itself. bounds 可省略，此时地点自行写明网格。`,
  streets: `Streets by which an address is found; path is a line of [longitude, latitude].
hydrants along it and mains (water, gas) under it are shown on the map; both may be left out.
道路；hydrants 为沿路消火栓，mains 为地下管网（water 供水、gas 燃气），可省略。`,
  types: `Incident types under the four classes: naturalDisaster, accidentDisaster, publicHealth, socialSecurity.
grade 1 (I, extraordinary) to 4 (IV, ordinary) and priority 1 (most urgent) to 4 are what a new one begins with;
departments are offered to the dispatcher, the first leads.
四大类事件类型；grade、priority 为默认值；departments 为建议部门，首个牵头。`,
  capabilities: 'What units can do, as plans ask for it. 处置单元的能力。',
  responsibilities: `Whose affair a type is in an area [责任界定, 属地管理]; the first rule that fits decides.
types: empty is all. area: districts, subdistricts, cells or a polygon; left out is the whole city.
自上而下第一条符合的规则生效；types 为空即全部，不写 area 即全市。`,
  plans: `Response plans [预案]: tasks, units, roles and checklist for types and grades (empty: all) in an area.
A department has one task of a plan; at most one task leads. Raise the version with every change:
an incident keeps the version that it was given.
每个部门在一个预案中只有一项任务，至多一项牵头。每次修改都要提高 version。`,
  deadlines: `Seconds from a task's assignment, by priority; what a plan says of its tasks comes first.
escalation: who is told, so many seconds after the time to acknowledge has passed.
任务时限（按优先级）与逾期升级步骤。`,
  targets: `Time targets, each with its source: within so many seconds in so many percent of cases.
时间指标及其出处。`,
  rules: `postures: what deadlines are multiplied by [平战结合]. sameIncident: when a report may be of a known incident.
travel: as the crow flies × detourFactor, at a speed by the unit's kind. par: accountability checks on scene.
overdueActions: steps after a corrective action's due date. expiryWarningDays: for supplies.
retention: after so many years an ended incident's record may be archived, by type; left out: ten years.
各项规则：态势系数、同一事件判断、行程估算、人员清点、整改逾期、物资临期。`,
  units: `Units (crews with their vehicles) at their stations. A unit that is taken out is retired as soon as it is free.
处置单元；从文件中删除后，空闲时即撤销。`,
  items: `Catalogue of supplies: unit of measure, category, and whether it is given back after use.
物资目录：计量单位、类别、是否归还。`,
  depots: 'Depots; lowStock: below this much of an item an alarm is raised. 仓库与低库存报警值。',
  shifts: `Duty roster by department: hours in the city's time zone (an end before the start is the next day),
days 1 Monday to 7 Sunday (empty: every day), accounts. 值班表。`,
  jurisdictions: 'Neighbours that lend units and ask for them. 相邻地区与上级，跨区支援。',
  people: `Accounts: name, roles (dispatcher, liaison, commander, auditor, administrator), a liaison's department,
cities that the person sees (left out: this one; "*": all). Whoever is taken out is dismissed and signed out.
账号：姓名、角色、部门、可见城市；从文件中删除即免职并退出登录。`,
};
