/** The names of what a profile refers to, in the singular. */
const kinds = {
  department: 'department',
  district: 'district',
  subdistrict: 'subdistrict',
  cell: 'grid cell',
  type: 'incident type',
  capability: 'capability',
  item: 'item',
  person: 'account',
};

export const en = {
  kinds: kinds as Record<keyof typeof kinds, string>,
  unreadable: (file: string, code: string) =>
    `The profile ${file} can't be read (${code}). Name a YAML file with --profile or TOCSIN_PROFILE.`,
  unwritable: (file: string, code: string) =>
    `The profile can't be written to ${file} (${code}). Name another place.`,
  faults: (file: string, count: number) =>
    `The profile ${file} has ${count === 1 ? 'a fault' : `${count} faults`}; nothing was changed:`,
  syntax: (message: string) => `not valid YAML: ${message}`,
  tooLarge: (most: number) => `The file is larger than ${most} MB.`,
  missing: (key: string) => `"${key}" is missing; add it.`,
  unknownKey: (key: string) => `there is no "${key}" here; take it out or correct its name.`,
  oneOf: (found: string, allowed: string) => `${found} is not possible; it is one of ${allowed}.`,
  wrongKind: (found: string, wanted: string) => `${found} is not possible; it has to be ${wanted}.`,
  quoteIt: ' Put it in quotation marks.',
  values: {
    string: 'text',
    number: 'a number',
    boolean: 'true or false',
    Array: 'a list (lines that begin with "-", or [ ])',
    Object: 'a group of keys with values',
    nothing: 'nothing',
    never: 'absent',
  } as Readonly<Record<string, string>>,
  rules: {
    id: () =>
      'an id is up to 64 letters a–z, digits, "-" and "_", and begins with a letter or digit.',
    cityId: () => 'a city’s id is up to 64 small letters a–z, digits and "-".',
    account: () => 'an account is up to 64 small letters a–z, digits, ".", "-" and "_".',
    callSign: () => 'a call sign is up to 32 letters, digits, "-" and "_".',
    clock: () => 'a time of day is written "HH:MM", from "00:00" to "23:59".',
    empty: () => 'the text is empty; write one.',
    characters: () => 'the text has control characters; take them out.',
    timeZone: () => 'this is no time zone; write an IANA name, for example Asia/Shanghai.',
    bounds: () => 'west has to be less than east, and south less than north.',
    ring: (least: string) => `a polygon’s ring has at least ${least} points.`,
    line: (least: string) => `a street’s line has at least ${least} points.`,
    none: () => 'the list is empty; it needs at least one entry.',
    tooLong: (most: string) => `the text is too long; at most ${most} characters.`,
    tooMany: (most: string) => `the list is too long; at most ${most} entries.`,
    least: (least: string) => `the number is too small; at least ${least}.`,
    most: (most: string) => `the number is too large; at most ${most}.`,
    whole: () => 'it has to be a whole number.',
  } satisfies Readonly<Record<string, (requirement: string) => string>>,

  unknown: (kind: string, id: string, known: string) =>
    `there is no ${kind} "${id}" in this profile; there ${known === '' ? 'is none' : `are ${known}`}.`,
  twice: (id: string, line: number) =>
    `"${id}" stands there already, on line ${line}; give each its own.`,
  takesNoTasks: (id: string) =>
    `the department "${id}" takes no tasks; name another, or set its takesTasks to true.`,
  departmentTwice: (id: string, line: number) =>
    `the department "${id}" has a task of this plan already, on line ${line}; a department has one.`,
  leadTwice: (line: number) => `line ${line} leads already; let this task assist.`,
  otherDistrict: (subdistrict: string, district: string) =>
    `the subdistrict "${subdistrict}" belongs to the district "${district}"; name that district or another subdistrict.`,
  halfPosition: () => 'lon and lat belong together; write both or neither.',
  outside: () => 'the position lies outside the city’s bounds; correct it, or the bounds.',
  noDepartment: () => 'a liaison speaks for a department; add it.',
  noSuchUnitKind: (kind: string, known: string) =>
    `no unit is of the kind "${kind}"; there are ${known}.`,
  backwards: (before: number) =>
    `the step before is after ${before} s; a later one can't be sooner.`,

  checked: (file: string, counts: string) => `${file} is in order: ${counts}.`,
  generated: (file: string) => `${file} is written.`,
  planVersion: (plan: string, version: number) =>
    `the plan "${plan}" is in the log as version ${version} with another content; raise its version.`,
  adopted: (changes: string) => `profile: ${changes}`,
  comma: ', ',
  nothingChanged: 'profile: nothing changed',
  added: (count: string) => `${count} added`,
  changed: (count: string) => `${count} changed`,
  withdrawn: (count: string) => `${count} withdrawn`,
  kept: (unit: string) =>
    `${unit} left the profile but is committed; it is retired at a later start.`,
  refused: (what: string, code: string, field: string) =>
    `The profile was refused: ${what}: ${code}${field && ` (${field})`}.`,
  /** One and several of each kind. */
  counted: {
    departments: ['department', 'departments'],
    districts: ['district', 'districts'],
    subdistricts: ['subdistrict', 'subdistricts'],
    cells: ['grid cell', 'grid cells'],
    streets: ['street', 'streets'],
    types: ['incident type', 'incident types'],
    capabilities: ['capability', 'capabilities'],
    responsibilities: ['responsibility rule', 'responsibility rules'],
    plans: ['plan', 'plans'],
    targets: ['time target', 'time targets'],
    jurisdictions: ['neighbour', 'neighbours'],
    items: ['item', 'items'],
    depots: ['depot', 'depots'],
    shifts: ['shift', 'shifts'],
    units: ['unit', 'units'],
    people: ['person', 'people'],
    city: ['city', 'cities'],
    deadlines: ['set of deadlines', 'sets of deadlines'],
    rules: ['set of rules', 'sets of rules'],
  } as const satisfies Readonly<Record<string, readonly [string, string]>> as Readonly<
    Record<Counted, readonly [string, string]>
  >,
  help: {
    description: 'Check city profiles, and write the demo city’s.',
    check: 'check a profile without starting; the exit code is 1 when it has faults',
    generate: 'write the demo city’s profile',
    file: 'the profile, a YAML file',
    output: 'where to write it (default: local/profiles/xinghe.yaml)',
  },
};

export type Words = typeof en;

export type Counted =
  | 'departments'
  | 'districts'
  | 'subdistricts'
  | 'cells'
  | 'streets'
  | 'types'
  | 'capabilities'
  | 'responsibilities'
  | 'plans'
  | 'targets'
  | 'jurisdictions'
  | 'items'
  | 'depots'
  | 'shifts'
  | 'units'
  | 'people'
  | 'city'
  | 'deadlines'
  | 'rules';
