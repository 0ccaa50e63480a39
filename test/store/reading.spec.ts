import { randomUUID } from 'node:crypto';
import { foldRecord, recordUntil, revision } from '@tocsin/domain';
import type { Store } from '@tocsin/domain/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { profile } from '../../domain/src/city.testkit.ts';
import {
  accepted,
  foundCity,
  metaOf,
  newTask,
  note,
  openIncident,
  readyUnit,
  startNode,
  type TestNode,
} from './node.testkit.ts';

let node: TestNode;
let store: Store;
let other: Store;
let city: string;

beforeAll(async () => {
  node = await startNode();
  store = await node.open();
  other = await node.open();
  city = await foundCity(store);
});
afterAll(() => node.close());

describe('[R1] an incident at a revision', () => {
  it('is as it then stood', async () => {
    const id = await openIncident(store, city);
    const task = newTask();
    accepted(await store.incident(id, { type: 'AssignTasks', data: { tasks: [task] } }, metaOf()));
    accepted(await store.incident(id, { type: 'AcceptTask', data: { task: task.task } }, metaOf()));
    const stood = async (at: bigint) => (await other.readIncident(id, revision(at)))?.state;
    expect(await stood(0n)).toMatchObject({ status: 'reported' });
    expect(await stood(1n)).toMatchObject({ status: 'confirmed' });
    expect((await stood(2n))?.tasks.get(task.task)).toMatchObject({ status: 'assigned' });
    expect((await stood(4n))?.tasks.get(task.task)).toMatchObject({ status: 'seen' });
    expect(await stood(5n)).toMatchObject({ status: 'responding' });
    expect(await stood(6n)).toBeUndefined();
    expect(await store.readIncident(id)).toEqual(await other.readIncident(id, revision(5n)));
  });
  it('[X50] is at every revision the fold of its record up to there', async () => {
    const id = await openIncident(store, city);
    const task = newTask();
    accepted(await store.incident(id, { type: 'AssignTasks', data: { tasks: [task] } }, metaOf()));
    accepted(await store.incident(id, { type: 'AcceptTask', data: { task: task.task } }, metaOf()));
    accepted(await store.incident(id, note('One'), metaOf()));
    const events = await other.readIncidentEvents(id);
    for (const event of events)
      expect((await other.readIncident(id, event.revision))?.state).toEqual(
        foldRecord(recordUntil(events, event)),
      );
  });
  it('is the same from the cache that wrote it and from the log', async () => {
    const id = await openIncident(store, city);
    accepted(await store.incident(id, note('One'), metaOf()));
    const fresh = await node.open();
    expect(await store.readIncident(id)).toEqual(await fresh.readIncident(id));
  });
  it('is nothing where there is none', async () => {
    expect(await store.readIncident(randomUUID())).toBeUndefined();
    expect(await store.readIncident(randomUUID(), revision(0n))).toBeUndefined();
    expect(await store.readIncidentEvents(randomUUID())).toEqual([]);
    expect(await store.readUnit('nowhere.E1')).toBeUndefined();
    expect(await store.readPerson('nobody')).toBeUndefined();
    expect(await store.readCity('atlantis')).toBeUndefined();
  });
  it('gives its record, whole or from a revision on', async () => {
    const id = await openIncident(store, city);
    const types = (await other.readIncidentEvents(id)).map((event) => event.type);
    expect(types).toEqual(['IncidentReported', 'IncidentConfirmed']);
    expect(await other.readIncidentEvents(id, revision(1n))).toMatchObject([
      { type: 'IncidentConfirmed', revision: 1n, stream: `incident-${id}` },
    ]);
    expect(await other.readIncidentEvents(id, revision(2n))).toEqual([]);
  });
});

it('a read sees what another store wrote just before', async () => {
  const unit = await readyUnit(store, city);
  await other.readUnit(unit);
  accepted(await store.unit(unit, { type: 'GoOffDuty', data: { reason: 'Shift over' } }, metaOf()));
  expect(await other.readUnit(unit)).toMatchObject({ revision: 2n, state: { onDuty: false } });
});

it('a person is read back', async () => {
  const account = `person-${randomUUID()}`;
  const data = { account, name: 'Li Wei', roles: ['auditor'] as const, cities: ['*'], demo: false };
  accepted(await store.person(account, { type: 'AppointPerson', data }, metaOf()));
  expect(await other.readPerson(account)).toEqual(data);
});

describe('a city’s profile', () => {
  it('is current at once in the store that changed it', async () => {
    const id = await foundCity(store);
    await store.readCity(id);
    const deadlines = { ...profile.deadlines, escalation: [] };
    accepted(
      await store.city(id, { type: 'AdoptProfile', data: { ...profile, id, deadlines } }, metaOf()),
    );
    expect((await store.readCity(id))?.deadlines).toEqual(deadlines);
  });
  it('becomes known to a store that holds an older one', async () => {
    const id = await foundCity(store);
    expect((await other.readCity(id))?.deadlines).toEqual(profile.deadlines);
    const deadlines = { ...profile.deadlines, escalation: [] };
    accepted(
      await store.city(id, { type: 'AdoptProfile', data: { ...profile, id, deadlines } }, metaOf()),
    );
    await expect
      .poll(async () => (await other.readCity(id))?.deadlines, { timeout: 30_000 })
      .toEqual(deadlines);
  });
  it('never steps back while its own changes are told again', async () => {
    const id = await foundCity(store);
    await store.readCity(id);
    for (let first = 1; first <= 30; first += 1) {
      const acknowledge = { ...profile.deadlines.acknowledge, 1: first };
      const deadlines = { ...profile.deadlines, acknowledge };
      accepted(
        await store.city(
          id,
          { type: 'AdoptProfile', data: { ...profile, id, deadlines } },
          metaOf(),
        ),
      );
      for (let look = 0; look < 5; look += 1) {
        expect((await store.readCity(id))?.deadlines.acknowledge[1]).toBe(first);
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
  });
  it('is founded after it was asked for in vain', async () => {
    const id = `city-${randomUUID()}`;
    expect(await other.readCity(id)).toBeUndefined();
    accepted(await store.city(id, { type: 'AdoptProfile', data: { ...profile, id } }, metaOf()));
    expect((await other.readCity(id))?.id).toBe(id);
  });
});
