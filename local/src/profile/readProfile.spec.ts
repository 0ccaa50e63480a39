import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { demoProfile } from '../demoCity/demoProfile.ts';
import { parseProfile, readProfile } from './readProfile.ts';
import { smallProfile } from './smallProfile.testkit.ts';
import { demoProfilePath } from './startProfile.ts';
import { en } from './words/en.ts';
import { zh } from './words/zh.ts';
import { profileYaml } from './writeProfile.ts';

const written = profileYaml(smallProfile);

it('[Y1] the demo city’s file is what its generator gives, and reads as that', () => {
  expect(profileYaml(demoProfile())).toBe(readFileSync(demoProfilePath, 'utf8'));
  expect(readProfile(demoProfilePath).file).toEqual(demoProfile());
});

/** The lines that are said of a file after a change in its text. */
function faultsAfter(...changes: readonly (readonly [from: string, to: string])[]): string[] {
  const text = changes.reduce((now, [from, to]) => {
    if (!now.includes(from)) throw new Error(`the file has no ${from}`);
    return now.replace(from, to);
  }, written);
  try {
    parseProfile(text, 'x.yaml');
    return [];
  } catch (error) {
    return String(error).split('\n').slice(1);
  }
}
/** Where something stands in the file, as a fault says it. */
function at(text: string, column = 0): string {
  const lines = written.slice(0, written.indexOf(text)).split('\n');
  return `x.yaml:${lines.length}:${(lines.at(-1)?.length ?? 0) + 1 + column}`;
}

describe('[Y6] a fault names file, line, column and path, and what would be right', () => {
  it('tells every fault of form, in the order of the file', () =>
    expect(
      faultsAfter(
        ['takesTasks: false', 'takesTask: false'],
        ['phone: 8800-0110', 'phone: 8800'],
        ['start: 08:00', 'start: 8:00'],
        ['timeZone: Asia/Shanghai', 'timeZone: Asia/Nowhere'],
      ),
    ).toEqual([
      expect.stringContaining(`${at('Asia/Shanghai')} timeZone: this is no time zone`),
      expect.stringContaining('departments[0]: "takesTasks" is missing'),
      expect.stringContaining('departments[0].takesTask: there is no "takesTask" here'),
      expect.stringContaining(
        `${at('8800-0110')} departments[1].phone: 8800 is not possible; it has to be text. Put it in`,
      ),
      expect.stringMatching(/shifts\[0\]\.start: a time of day is written "HH:MM"/),
    ]));

  it.each([
    ['part: lead', 'part: leader', '"leader" is not possible; it is one of "lead", "assist"'],
    ['version: 1', 'version: 1.5', 'plans[0].version: it has to be a whole number'],
    ['version: 1', 'version: 0', 'plans[0].version: the number is too small; at least 1'],
    ['west: 113\n', 'west: 114\n', 'bounds: west has to be less than east'],
    ['types: [structure-fire]', 'types: structure-fire', 'it has to be a list'],
    ['id: xinghe', 'id: Xing he', 'id: a city’s id is'],
    ['name: {zh: 公安局,', 'name: {zh: "",', 'departments[1].name.zh: the text is empty'],
    ['format: 1', 'format: 2', 'format: 2 is not possible; it is one of 1'],
    ['departments:\n', 'departments: {}\nothers:\n', 'departments: a group of keys'],
    ['demo: true', 'demo: true\ndemo: false', 'not valid YAML'],
    ['bounds:\n', 'bounds: {\n', 'not valid YAML'],
  ])('%s → %s', (from, to, said) => expect(faultsAfter([from, to]).join('\n')).toContain(said));

  it.each([
    [
      'department: fire\n        part: lead',
      'department: fier\n        part: lead',
      'plans[0].tasks[0].department: there is no department "fier"',
    ],
    [
      'types: [structure-fire]',
      'types: [fires]',
      'plans[0].types[0]: there is no incident type "fires"',
    ],
    [
      'capability: pump',
      'capability: pmup',
      'plans[0].units[0].capability: there is no capability "pmup"',
    ],
    ['district: wangyue', 'district: moon', 'there is no district "moon"'],
    [
      'kind: policeCar, name: {zh: 1 号警车, en: Patrol car 1}, capabilities: [patrol',
      'kind: policeCar, name: {zh: 1 号警车, en: Patrol car 1}, capabilities: [patrl',
      'units[0].capabilities[0]: there is no capability "patrl"',
    ],
    [
      'callSign: P01, department: police',
      'callSign: P01, department: plice',
      'units[0].department: there is no department "plice"',
    ],
    ['liaisons: [fire]', 'liaisons: [fyre]', 'there is no account "fyre"'],
    ['lowStock: {tent', 'lowStock: {tend', 'depots[0].lowStock.tend: there is no item "tend"'],
    ['callSign: P02', 'callSign: P01', '"P01" stands there already, on line'],
    [
      'department: police\n        part: assist',
      'department: fire\n        part: assist',
      'the department "fire" has a task of this plan already, on line',
    ],
    ['part: assist', 'part: lead', 'leads already; let this task assist'],
    [
      'department: fire\n        part: lead',
      'department: command-centre\n        part: lead',
      'takes no tasks',
    ],
    ['subdistrict: linjiang-s1', 'subdistrict: gaoxin-s1', 'belongs to the district "gaoxin"'],
    ['    lon: 113.152\n', '', 'depots[0]: lon and lat belong together'],
    ['lon: 113.152\n', 'lon: 112.152\n', 'depots[0].lon: the position lies outside'],
    [
      'roles: [liaison], department: fire}',
      'roles: [liaison]}',
      'a liaison speaks for a department',
    ],
    ['policeCar: 45', 'policeCart: 45', 'no unit is of the kind "policeCart"'],
    [
      '{to: dutyOfficer, after: 60}',
      '{to: dutyOfficer, after: 600}',
      'the step before is after 600 s',
    ],
  ])('what it refers to: %s', (from, to, said) =>
    expect(faultsAfter([from, to]).join('\n')).toContain(said),
  );

  it('says it in both languages', () => {
    expect(Object.keys(zh.rules)).toEqual(Object.keys(en.rules));
    expect(zh.unknown('部门', 'fier', '"fire"')).toContain('fier');
  });

  it('says that there is no such file', () =>
    expect(() => readProfile('/nowhere.yaml')).toThrow("/nowhere.yaml can't be read (ENOENT)"));
});
