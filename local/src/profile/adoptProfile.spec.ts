import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Store } from '@tocsin/domain/store';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { demoCity } from '../demoCity/identity.ts';
import { type EventStoreNode, startEventStore } from '../eventstore/index.ts';
import { newMeta } from './adoption.ts';
import { adoptProfile } from './adoptProfile.ts';
import { appointmentsOf, type ProfileFile, unitsOf } from './profileFile.ts';
import { parseProfile } from './readProfile.ts';
import { smallProfile } from './smallProfile.testkit.ts';
import { demoProfileFor, isDemo } from './startProfile.ts';
import { profileYaml } from './writeProfile.ts';

// An event store node on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

let folder: string;
let node: EventStoreNode;
let store: Store;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-profile-'));
  node = await startEventStore({ dataDir: folder });
  store = await openStore(node.connectionString);
});
afterAll(async () => {
  await store.close();
  await node.close();
  rmSync(folder, { recursive: true, force: true });
});

const demo = smallProfile;
/** The demo city's profile with something changed, by way of the file that says so. */
const read = (changes: Partial<ProfileFile> = {}) =>
  parseProfile(profileYaml({ ...demo, ...changes }), 'xinghe.yaml');
const adopt = async (changes?: Partial<ProfileFile>): Promise<string> =>
  (await adoptProfile(store, read(changes))).toString();

it('is the demo city’s own where the log is empty', async () => {
  expect((await demoProfileFor(store))?.file.id).toBe(demo.id);
  expect(await isDemo(store)).toBe(false);
});

it('[Y2] carries on where it was cut short, and adds nothing when it is adopted twice', async () => {
  const cut = new AbortController();
  const onProgress = (done: number): unknown => done === 15 && cut.abort();
  const begun = adoptProfile(store, read(), { onProgress, signal: cut.signal });
  await expect(begun).rejects.toMatchObject({ name: 'AbortError' });
  expect(await isDemo(store)).toBe(true);

  const steps: number[] = [];
  await adoptProfile(store, read(), { onProgress: (done) => steps.push(done) });
  const all = demo.units.length + demo.people.length;
  expect(steps).toEqual(Array.from({ length: all }, (_, index) => index + 1));

  const complete = await store.lastPosition();
  expect(await adopt()).toBe('profile: nothing changed');
  expect(await store.lastPosition()).toBe(complete);
});

it('is in the log as its profile says', async () => {
  const city = await store.readCity(demoCity);
  expect([...(city?.cells.values() ?? [])]).toEqual(demo.cells);
  expect([...(city?.plans.values() ?? [])]).toEqual(demo.plans);
  for (const facts of unitsOf(demo)) {
    expect((await store.readUnit(facts.unit))?.state).toMatchObject({ facts, onDuty: true });
  }
  for (const person of appointmentsOf(demo)) {
    expect(await store.readPerson(person.account)).toMatchObject(person);
  }
});

const engine = demo.units.find(({ callSign }) => callSign === 'E01');
/** The first two plans in a version, the others as they are. */
const plansAt = (version: number): ProfileFile['plans'] =>
  demo.plans.map((plan, index) => (index < 2 ? { ...plan, version } : plan));
const without = <K extends 'units' | 'people'>(
  key: K,
  gone: (one: ProfileFile[K][number]) => boolean,
) => (demo[key] as readonly ProfileFile[K][number][]).filter((one) => !gone(one));

it('[Y3] records what changed in the file, and says so', async () => {
  if (!engine) throw new Error('the demo city has an engine');
  const before = await store.lastPosition();
  const said = await adopt({
    plans: plansAt(2),
    units: [
      ...without('units', ({ callSign }) => callSign === 'E01'),
      { ...engine, station: 'Station 9' },
      { ...engine, callSign: 'E99' },
    ],
    people: without('people', ({ account }) => account === 'heat-duty'),
    shifts: demo.shifts.filter(({ department }) => department !== 'heat'),
  });
  expect(said).toBe(
    'profile: 2 plans changed, 2 shifts withdrawn, 1 unit changed, 1 unit added, 1 person withdrawn',
  );
  const types: string[] = [];
  const done = new AbortController();
  for await (const { events, caughtUp } of store.follow({
    ...(before !== undefined && { after: before }),
    signal: done.signal,
  })) {
    types.push(...events.map(({ type }) => type));
    if (caughtUp) break;
  }
  expect(types.sort()).toEqual(
    [
      'PlanDefined',
      'PlanDefined',
      'DefinitionWithdrawn',
      'DefinitionWithdrawn',
      'UnitAmended',
      'UnitRegistered',
      'UnitOnDuty',
      'PersonDismissed',
      'RosterRecorded',
    ].sort(),
  );
  expect(await store.readPerson('heat-duty')).toBeUndefined();
});

it('appoints again whom it dismissed, and retires what left', async () => {
  expect(await adopt({ plans: plansAt(3) })).toBe(
    'profile: 2 plans changed, 2 shifts added, 1 unit changed, 1 unit withdrawn, 1 person added',
  );
  expect((await store.readPerson('heat-duty'))?.passwordDigest).toBeDefined();
  expect((await store.readUnit('xinghe.E99'))?.state.facts).toBeUndefined();
});

it('leaves alone whom and what it did not bring in', async () => {
  const mine = { account: 'mine', name: 'Mine', roles: ['auditor'] as const, cities: ['*'] };
  const appoint = { type: 'AppointPerson', data: { ...mine, demo: false } } as const;
  await store.person('mine', appoint, newMeta());
  const off = { type: 'GoOffDuty', data: { reason: 'Repair' } } as const;
  await store.unit('xinghe.E01', off, newMeta());
  expect(await adopt({ plans: plansAt(3) })).toBe('profile: nothing changed');
  expect(await store.readPerson('mine')).toMatchObject(mine);
  expect((await store.readUnit('xinghe.E01'))?.state.onDuty).toBe(false);
});

it('[Y4] keeps a committed unit that left the file until it is free', async () => {
  const assignment = { assignment: 'a-1', incident: 'i-1' };
  const report = {
    type: 'ReportIncident',
    data: {
      incident: 'i-1',
      report: 'r-1',
      city: demoCity,
      channel: 'phone',
      what: 'Smoke',
      place: { address: 'Somewhere', lon: 113.1, lat: 28.2 },
      reporter: {},
    },
  } as const;
  await store.incident('i-1', report, newMeta());
  await store.unit('xinghe.P01', { type: 'DispatchUnit', data: assignment }, newMeta());
  const file = {
    plans: plansAt(3),
    units: without('units', ({ callSign }) => callSign === 'P01'),
  };
  const notes: string[] = [];
  const changes = await adoptProfile(store, read(file), { note: (text) => notes.push(text) });
  expect(changes.none).toBe(true);
  expect(notes).toEqual([
    'xinghe.P01 left the profile but is committed; it is retired at a later start.',
  ]);
  const cleared = { type: 'RecordStage', data: { assignment: 'a-1', stage: 'cleared' } } as const;
  await store.unit('xinghe.P01', cleared, newMeta());
  expect(await adopt(file)).toBe('profile: 1 unit withdrawn');
});

it('[Y5] asks for a higher version of a changed plan, at its line', async () => {
  const before = await store.lastPosition();
  const file = { plans: plansAt(3).map((plan) => ({ ...plan, name: { zh: '新', en: 'New' } })) };
  await expect(adopt(file)).rejects.toThrow(
    /xinghe\.yaml:\d+:\d+ plans\[0\]\.version: the plan "structure-fire" is in the log as version 3/,
  );
  expect(await store.lastPosition()).toBe(before);
});
