import { type Bounds, within as inBounds } from '@tocsin/domain';
import type { Fault } from './faults.ts';
import type { Path } from './position.ts';
import type { ProfileFile } from './profileFile.ts';
import { some } from './references.ts';
import { words } from './words/words.ts';

/** The line on which something stands. */
type LineOf = (path: Path) => number;

const lists = [
  'departments',
  'districts',
  'subdistricts',
  'cells',
  'streets',
  'types',
  'capabilities',
  'responsibilities',
  'plans',
  'targets',
  'items',
  'depots',
  'shifts',
  'jurisdictions',
] as const satisfies readonly (keyof ProfileFile)[];

/** What stands in a list under a name that an earlier entry has. */
function repeated(
  at: Path,
  key: string,
  names: readonly string[],
  say: (name: string, first: number) => string,
  lineOf: LineOf,
): Fault[] {
  const first = new Map<string, number>();
  return names.flatMap((name, index) => {
    const before = first.get(name);
    if (before === undefined) {
      first.set(name, index);
      return [];
    }
    return { path: [...at, index, key], text: say(name, lineOf([...at, before, key])) };
  });
}

const idsOf = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);

/** Ids that stand twice, so that the later would silently replace the earlier. */
export function duplicates(file: ProfileFile, lineOf: LineOf): Fault[] {
  const twice = (at: Path, key: string, names: readonly string[]): Fault[] =>
    repeated(at, key, names, words.twice, lineOf);
  const accounts = file.people.map(({ account }) => account);
  const callSigns = file.units.map(({ callSign }) => callSign);
  return [
    ...lists.flatMap((key) => twice([key], 'id', idsOf(file[key]))),
    ...twice(['units'], 'callSign', callSigns),
    ...twice(['people'], 'account', accounts),
    ...file.plans.flatMap(({ tasks, units, checklist }, index) => [
      ...twice(['plans', index, 'tasks'], 'id', idsOf(tasks)),
      ...twice(['plans', index, 'units'], 'id', idsOf(units)),
      ...twice(['plans', index, 'checklist'], 'id', idsOf(checklist)),
    ]),
  ];
}

/** Tasks that could never be assigned together, or at all. */
export function taskFaults(file: ProfileFile, lineOf: LineOf): Fault[] {
  const idle = new Set(file.departments.filter((one) => !one.takesTasks).map(({ id }) => id));
  const idleAt = (path: Path, id: string): Fault[] =>
    idle.has(id) ? [{ path, text: words.takesNoTasks(id) }] : [];
  return [
    ...file.types.flatMap(({ departments }, index) =>
      departments.flatMap((id, at) => idleAt(['types', index, 'departments', at], id)),
    ),
    ...file.responsibilities.flatMap(({ department }, index) =>
      idleAt(['responsibilities', index, 'department'], department),
    ),
    ...file.plans.flatMap(({ tasks }, index) => {
      const at = ['plans', index, 'tasks'];
      const departments = tasks.map(({ department }) => department);
      const leads = tasks.flatMap(({ part }, task) => (part === 'lead' ? task : []));
      const [first = 0, ...later] = leads;
      return [
        ...departments.flatMap((id, task) => idleAt([...at, task, 'department'], id)),
        ...repeated(at, 'department', departments, words.departmentTwice, lineOf),
        ...later.map((task) => ({
          path: [...at, task, 'part'],
          text: words.leadTwice(lineOf([...at, first, 'part'])),
        })),
      ];
    }),
  ];
}

/** Positions by halves or outside the city, and cells whose subdistrict is another district's. */
export function placeFaults({ bounds, units, depots, cells, subdistricts }: ProfileFile): Fault[] {
  const districtOf = new Map(subdistricts.map(({ id, district }) => [id, district]));
  return [
    ...units.flatMap((unit, index) => positionFaults(['units', index], unit, bounds)),
    ...depots.flatMap((depot, index) => positionFaults(['depots', index], depot, bounds)),
    ...cells.flatMap(({ district, subdistrict = '' }, index) => {
      const own = districtOf.get(subdistrict);
      if (own === undefined || own === district) return [];
      const path = ['cells', index, 'subdistrict'];
      return { path, text: words.otherDistrict(subdistrict, own) };
    }),
  ];
}

function positionFaults(
  path: Path,
  { lon, lat }: { readonly lon?: number; readonly lat?: number },
  bounds: Bounds,
): Fault[] {
  if (lon === undefined && lat === undefined) return [];
  if (lon === undefined || lat === undefined) return [{ path, text: words.halfPosition() }];
  return inBounds(bounds, lon, lat) ? [] : [{ path: [...path, 'lon'], text: words.outside() }];
}

/** What is left: steps in order, liaisons with a department, speeds of kinds that there are. */
export function otherFaults({ people, deadlines, rules, units }: ProfileFile): Fault[] {
  const kinds = new Set(units.map(({ kind }) => kind));
  return [
    ...people.flatMap(({ roles, department }, index) =>
      roles.includes('liaison') && department === undefined
        ? { path: ['people', index], text: words.noDepartment() }
        : [],
    ),
    ...backwards(['deadlines', 'escalation'], deadlines.escalation),
    ...backwards(['rules', 'overdueActions'], rules.overdueActions),
    ...Object.keys(rules.travel.speedKmh).flatMap((kind) =>
      kinds.has(kind)
        ? []
        : {
            path: ['rules', 'travel', 'speedKmh', kind],
            text: words.noSuchUnitKind(kind, some(kinds)),
          },
    ),
  ];
}

const backwards = (at: Path, steps: readonly { readonly after: number }[]): Fault[] =>
  steps.flatMap(({ after }, index) => {
    const before = steps[index - 1]?.after ?? 0;
    return after < before ? { path: [...at, index, 'after'], text: words.backwards(before) } : [];
  });
