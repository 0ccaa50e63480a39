import type { ResultOf } from 'gql.tada';
import type { profileDocument } from '../../api/documents/profile.ts';
import type { City, PersonEntry } from '../../api/types.ts';
import type { Words } from '../../app/words.ts';
import type { Text } from '../../i18n/text.ts';
import type { ColumnKey, Section, SectionKey, SectionRow } from './section.ts';

export type Profile = NonNullable<ResultOf<typeof profileDocument>['city']>;
type Area = Profile['plans'][number]['area'];

interface Parts {
  readonly city: City;
  readonly profile: Profile;
  /** Who works in the city. */
  readonly people: readonly PersonEntry[];
  readonly said: Words & { readonly t: Text };
}

/** Everything that a profile defines, a table a kind, in the order of the file. */
export function sections(parts: Parts): readonly Section[] {
  return [staff(parts), ...places(parts), ...duties(parts), ...figures(parts), ...supplies(parts)];
}

const section = (
  key: SectionKey,
  columns: readonly ColumnKey[],
  rows: readonly SectionRow[],
): Section => ({ key, columns, rows });

const staff = ({ people, said: { t, department } }: Parts): Section =>
  section(
    'people',
    ['name', 'roles', 'department'],
    people.map((one) => ({
      id: one.account,
      cells: [
        one.name,
        one.roles.map((role) => t(`role.${role}`)).join(' · '),
        one.department === null ? '' : department(one.department),
      ],
    })),
  );

function places({ city, profile, said }: Parts): Section[] {
  const { t, name, district, department, type } = said;
  const subdistricts = namesOf(profile.subdistricts, said);
  return [
    section(
      'departments',
      ['name', 'phone', 'kind'],
      profile.departments.map((one) => ({
        id: one.id,
        cells: [
          name(one.name),
          one.phone ?? '',
          [
            t(one.takesTasks ? 'admin.takesTasks' : 'admin.takesNone'),
            ...(one.enterprise ? [t('admin.enterprise')] : []),
          ].join(' · '),
        ],
      })),
    ),
    section(
      'districts',
      ['name'],
      city.districts.map((one) => ({ id: one.id, cells: [name(one.name)] })),
    ),
    section(
      'subdistricts',
      ['name', 'district'],
      profile.subdistricts.map((one) => ({
        id: one.id,
        cells: [name(one.name), district(one.district)],
      })),
    ),
    section(
      'cells',
      ['name', 'district', 'subdistrict'],
      profile.cells.map((one) => ({
        id: one.id,
        cells: [name(one.name), district(one.district), subdistricts(one.subdistrict ?? '')],
      })),
    ),
    section(
      'streets',
      ['name'],
      city.streets.map((one) => ({ id: one.id, cells: [name(one.name)] })),
    ),
    section(
      'types',
      ['name', 'class', 'grade', 'priority', 'departments'],
      city.types.map((one) => ({
        id: one.id,
        cells: [
          name(one.name),
          t(`class.${one.class}`),
          String(one.grade),
          String(one.priority),
          one.departments.map(department).join(' · '),
        ],
      })),
    ),
    section(
      'capabilities',
      ['name'],
      profile.capabilities.map((one) => ({ id: one.id, cells: [name(one.name)] })),
    ),
    section(
      'responsibilities',
      ['department', 'types', 'area', 'reason'],
      profile.responsibilities.map((one) => ({
        id: one.id,
        cells: [
          department(one.department),
          one.types.length === 0 ? t('admin.all') : one.types.map(type).join(' · '),
          areaText(one.area, subdistricts, said),
          name(one.reason),
        ],
      })),
    ),
  ];
}

function duties({ profile, said }: Parts): Section[] {
  const { t, name, department, type } = said;
  const subdistricts = namesOf(profile.subdistricts, said);
  const capabilities = namesOf(profile.capabilities, said);
  return [
    section(
      'plans',
      ['name', 'version', 'types', 'grade', 'area'],
      profile.plans.map((plan) => ({
        id: plan.id,
        cells: [
          name(plan.name),
          String(plan.version),
          plan.types.length === 0 ? t('admin.all') : plan.types.map(type).join(' · '),
          plan.grades.length === 0 ? t('admin.all') : plan.grades.join(', '),
          areaText(plan.area, subdistricts, said),
        ],
        more: [
          ...plan.tasks.map((task) => `${department(task.department)}: ${name(task.instruction)}`),
          ...plan.units.map(({ capability, count }) => `${capabilities(capability)} × ${count}`),
          ...plan.roles.map(
            ({ role, department: of }) => `${t(`commandRole.${role}`)}: ${department(of)}`,
          ),
          ...plan.checklist.map(({ text }) => `☐ ${name(text)}`),
        ],
      })),
    ),
    section(
      'shifts',
      ['department', 'name', 'hours', 'people'],
      profile.shifts.map((shift) => ({
        id: shift.id,
        cells: [
          department(shift.department),
          name(shift.name),
          `${shift.start}–${shift.end}${shift.days.length === 0 ? '' : ` (${shift.days.join(', ')})`}`,
          [...shift.liaisons, ...(shift.dutyOfficer === null ? [] : [shift.dutyOfficer])].join(
            ', ',
          ),
        ],
      })),
    ),
    section(
      'jurisdictions',
      ['name', 'phone'],
      profile.jurisdictions.map((one) => ({
        id: one.id,
        cells: [name(one.name), one.phone ?? ''],
      })),
    ),
  ];
}

function supplies({ profile, said }: Parts): Section[] {
  const { t, name, department } = said;
  const items = namesOf(profile.items, said);
  return [
    section(
      'items',
      ['name', 'unit', 'category', 'use'],
      profile.items.map((item) => ({
        id: item.id,
        cells: [
          name(item.name),
          name(item.unit),
          item.category,
          t(item.returnable ? 'admin.returned' : 'admin.consumed'),
        ],
      })),
    ),
    section(
      'depots',
      ['name', 'department', 'address'],
      profile.depots.map((depot) => ({
        id: depot.id,
        cells: [name(depot.name), department(depot.department), depot.address],
        more: depot.lowStock.map(({ item, threshold }) => `${items(item)} < ${threshold}`),
      })),
    ),
  ];
}

function figures({ profile, said }: Parts): Section[] {
  const { t, department } = said;
  const { deadlines, targets, rules } = profile;
  const seconds = (count: number): string => t('admin.seconds', { count });
  return [
    section(
      'deadlines',
      ['acknowledge', 'finish'],
      [
        ...deadlines.acknowledge.map((acknowledge, index) => ({
          id: t('priority.value', { priority: index + 1 }),
          cells: [seconds(acknowledge), seconds(deadlines.finish[index] ?? 0)],
        })),
        ...deadlines.escalation.map(({ to, after }) => ({
          id: t(`addressee.${to}`),
          cells: [`+ ${seconds(after)}`, ''],
        })),
      ],
    ),
    section(
      'targets',
      ['target', 'department', 'source'],
      targets.map((one) => ({
        id: t(`admin.span.${one.span}`),
        cells: [
          `${one.percent} % · ${seconds(one.seconds)}`,
          one.department === null ? t('admin.all') : department(one.department),
          one.source,
        ],
      })),
    ),
    section(
      'rules',
      ['value'],
      Object.entries(rules).map(([id, value]) => ({ id, cells: [leaves(value).join(', ')] })),
    ),
  ];
}

/** `a.b: 1` for each value at the end of a way into the rules. */
function leaves(value: unknown, way = ''): string[] {
  if (value === null || typeof value !== 'object')
    return [way === '' ? `${value}` : `${way}: ${value}`];
  return Object.entries(value).flatMap(([key, inner]) =>
    leaves(inner, way === '' ? key : `${way}.${key}`),
  );
}

const namesOf = (
  list: readonly {
    readonly id: string;
    readonly name: { readonly zh: string; readonly en: string };
  }[],
  { name }: Pick<Words, 'name'>,
): ((id: string) => string) => {
  const names = new Map(list.map((one) => [one.id, name(one.name)]));
  return (id) => names.get(id) ?? id;
};

function areaText(area: Area, subdistrict: (id: string) => string, said: Parts['said']): string {
  if (area === null) return said.t('admin.wholeCity');
  return [
    ...area.districts.map(said.district),
    ...area.subdistricts.map(subdistrict),
    ...area.cells.map(said.cell),
    ...(area.polygon === null ? [] : [said.t('admin.polygon')]),
  ].join(' · ');
}
