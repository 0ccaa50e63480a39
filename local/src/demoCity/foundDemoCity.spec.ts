import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Store } from '@tocsin/domain/store';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type EventStoreNode, startEventStore } from '../eventstore/index.ts';
import { cityProfile } from './cityProfile.ts';
import { demoPeople } from './demoPeople.ts';
import { demoUnits } from './demoUnits.ts';
import { foundDemoCity, hasDemoCity, wantsDemoCity } from './foundDemoCity.ts';
import { demoCity } from './identity.ts';

let folder: string;
let node: EventStoreNode;
let store: Store;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-demo-'));
  node = await startEventStore({ dataDir: folder });
  store = await openStore(node.connectionString);
});
afterAll(async () => {
  await store.close();
  await node.close();
  rmSync(folder, { recursive: true, force: true });
});

it('carries on where it was cut short, and adds nothing when it is complete', async () => {
  expect(await wantsDemoCity(store)).toBe(true);
  expect(await hasDemoCity(store)).toBe(false);
  const cut = new AbortController();
  const begun = foundDemoCity(store, (done) => done === 30 && cut.abort(), cut.signal);
  await expect(begun).rejects.toMatchObject({ name: 'AbortError' });
  expect(await hasDemoCity(store)).toBe(true);
  expect(await wantsDemoCity(store)).toBe(true);

  const steps: number[] = [];
  await foundDemoCity(store, (done) => steps.push(done));
  const all = 1 + demoUnits().length + demoPeople().length;
  expect(steps).toEqual(Array.from({ length: all }, (_, index) => index + 1));
  expect(await wantsDemoCity(store)).toBe(false);

  const complete = await store.lastPosition();
  await foundDemoCity(store);
  expect(await store.lastPosition()).toBe(complete);
});

it('is in the log as its profile says', async () => {
  const city = await store.readCity(demoCity);
  const profile = cityProfile();
  expect([...(city?.cells.values() ?? [])]).toEqual(profile.cells);
  expect([...(city?.types.values() ?? [])]).toEqual(profile.types);
  for (const { unit } of demoUnits()) {
    expect((await store.readUnit(unit))?.state.onDuty).toBe(true);
  }
  for (const person of demoPeople()) {
    expect(await store.readPerson(person.account)).toMatchObject(person);
  }
});
