import type { Fault } from './faults.ts';
import type { Path } from './position.ts';
import type { ProfileFile } from './profileFile.ts';
import { words } from './words/words.ts';

type Kind = keyof typeof words.kinds;

/** What a profile defines, by kind. */
export type Known = Readonly<Record<Kind, ReadonlySet<string>>>;

export const knownIn = (file: ProfileFile): Known => ({
  department: ids(file.departments),
  district: ids(file.districts),
  subdistrict: ids(file.subdistricts),
  cell: ids(file.cells),
  type: ids(file.types),
  capability: ids(file.capabilities),
  item: ids(file.items),
  person: new Set(file.people.map(({ account }) => account)),
});

const ids = (list: readonly { readonly id: string }[]): Set<string> =>
  new Set(list.map(({ id }) => id));

/** Every mention of something by its id: where, of what kind, which. */
type Mention = readonly [path: Path, kind: Kind, id: string | undefined];

/** The mentions of what the profile does not define. */
export function unknownMentions(file: ProfileFile, known: Known): Fault[] {
  return mentions(file).flatMap(([path, kind, id]) =>
    id === undefined || known[kind].has(id)
      ? []
      : { path, text: words.unknown(words.kinds[kind], id, some(known[kind])) },
  );
}

/** The first twenty, so that a sentence stays one. */
export function some(names: Iterable<string>): string {
  const all = [...names];
  const shown = all.slice(0, 20).map((name) => `"${name}"`);
  return all.length > 20 ? `${shown.join(', ')}, …` : shown.join(', ');
}

const each = (path: Path, kind: Kind, list: readonly string[] | undefined): Mention[] =>
  (list ?? []).map((id, index) => [[...path, index], kind, id]);

const inArea = (path: Path, area: ProfileFile['plans'][number]['area']): Mention[] => [
  ...each([...path, 'area', 'districts'], 'district', area?.districts),
  ...each([...path, 'area', 'subdistricts'], 'subdistrict', area?.subdistricts),
  ...each([...path, 'area', 'cells'], 'cell', area?.cells),
];

const within = <T>(
  key: keyof ProfileFile,
  list: readonly T[],
  of: (value: T, at: Path) => Mention[],
) => list.flatMap((value, index) => of(value, [key, index]));

function mentions(file: ProfileFile): Mention[] {
  return [
    ...within('subdistricts', file.subdistricts, ({ district }, at) => [
      [[...at, 'district'], 'district', district],
    ]),
    ...within('cells', file.cells, ({ district, subdistrict }, at) => [
      [[...at, 'district'], 'district', district],
      [[...at, 'subdistrict'], 'subdistrict', subdistrict],
    ]),
    ...within('types', file.types, ({ departments }, at) =>
      each([...at, 'departments'], 'department', departments),
    ),
    ...within('responsibilities', file.responsibilities, ({ types, area, department }, at) => [
      ...each([...at, 'types'], 'type', types),
      ...inArea(at, area),
      [[...at, 'department'], 'department', department],
    ]),
    ...within('plans', file.plans, planMentions),
    ...within('targets', file.targets, ({ department }, at) => [
      [[...at, 'department'], 'department', department],
    ]),
    ...within('units', file.units, ({ department, capabilities }, at) => [
      [[...at, 'department'], 'department', department],
      ...each([...at, 'capabilities'], 'capability', capabilities),
    ]),
    ...within('depots', file.depots, ({ department, lowStock }, at) => [
      [[...at, 'department'], 'department', department],
      ...Object.keys(lowStock).map((item): Mention => [[...at, 'lowStock', item], 'item', item]),
    ]),
    ...within('shifts', file.shifts, ({ department, liaisons, dutyOfficer }, at) => [
      [[...at, 'department'], 'department', department],
      ...each([...at, 'liaisons'], 'person', liaisons),
      [[...at, 'dutyOfficer'], 'person', dutyOfficer],
    ]),
    ...within('people', file.people, ({ department }, at) => [
      [[...at, 'department'], 'department', department],
    ]),
  ];
}

function planMentions(plan: ProfileFile['plans'][number], at: Path): Mention[] {
  return [
    ...each([...at, 'types'], 'type', plan.types),
    ...inArea(at, plan.area),
    ...plan.tasks.map(
      ({ department }, index): Mention => [
        [...at, 'tasks', index, 'department'],
        'department',
        department,
      ],
    ),
    ...plan.units.map(
      ({ capability }, index): Mention => [
        [...at, 'units', index, 'capability'],
        'capability',
        capability,
      ],
    ),
    ...plan.roles.map(
      ({ department }, index): Mention => [
        [...at, 'roles', index, 'department'],
        'department',
        department,
      ],
    ),
  ];
}
