import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandMeta, IncidentCommand } from '@tocsin/domain';
import { type Outcome, openStore, type Store, type StoreOptions } from '@tocsin/domain/store';
import { type EventStoreNode, startEventStore } from '@tocsin/local/eventstore';
import { profile } from '../../domain/src/city.testkit.ts';
import { call, fireTask } from '../../domain/src/incident.testkit.ts';
import { memoryKeys } from '../../domain/src/privacy/keys.testkit.ts';
import { dispatcher } from '../../domain/src/specification.testkit.ts';

/** The server that the contract tests run against instead of the embedded node. */
export const serverUrl = process.env.EVENTSTORE_URL;

export interface TestNode {
  readonly url: string;
  readonly open: (options?: StoreOptions) => Promise<Store>;
  /** Stops it; what it stored stays. Only of the embedded node. */
  readonly stop: () => Promise<void>;
  /** Starts it again on the same folder and port. */
  readonly restart: () => Promise<void>;
  /** Closes every store that was opened here, then the node, and removes its folder. */
  readonly close: () => Promise<void>;
}

export async function startNode(): Promise<TestNode> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tocsin-store-'));
  let node: EventStoreNode | undefined;
  if (serverUrl === undefined) node = await startEventStore({ dataDir });
  const port = node?.port ?? 0;
  const url = serverUrl ?? node?.connectionString ?? '';
  const stores: Store[] = [];
  const keys = memoryKeys();
  const stop = async (): Promise<void> => {
    await node?.close();
    node = undefined;
  };
  return {
    url,
    stop,
    open: async (options) => {
      const store = await openStore(url, { keys, ...options });
      stores.push(store);
      return store;
    },
    restart: async () => {
      node = await startEventStore({ dataDir, port });
    },
    close: async () => {
      await Promise.all(stores.map((store) => store.close()));
      await stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export const metaOf = (more: Partial<CommandMeta> = {}): CommandMeta => ({
  commandId: randomUUID(),
  actor: dispatcher,
  ...more,
});

/** The outcome's revision and position, when the command was accepted; else the test fails. */
export function accepted(outcome: Outcome): Extract<Outcome, { kind: 'accepted' }> {
  if (outcome.kind !== 'accepted')
    throw new Error(
      `not accepted: ${JSON.stringify(outcome, (_, value) => (typeof value === 'bigint' ? `${value}` : value))}`,
    );
  return outcome;
}

/**
 * A city of its own for a test, so that tests can share a server. No department is responsible for
 * a type: a confirmation is one event.
 */
export async function foundCity(store: Store): Promise<string> {
  const id = `city-${randomUUID()}`;
  const types = profile.types.map((type) => ({ ...type, departments: [] }));
  const data = { ...profile, id, types, responsibilities: [] };
  accepted(await store.city(id, { type: 'AdoptProfile', data }, metaOf()));
  return id;
}

export const report = (incident: string, city: string): IncidentCommand => ({
  type: 'ReportIncident',
  data: { ...call, incident, city },
});
export const confirm: IncidentCommand = { type: 'ConfirmIncident', data: { type: 'gas-leak' } };
export const note = (text: string): IncidentCommand => ({
  type: 'AddNote',
  data: { note: randomUUID(), text },
});

/** An incident that was reported and confirmed; its id. */
export async function openIncident(store: Store, city: string): Promise<string> {
  const id = randomUUID();
  accepted(await store.incident(id, report(id, city), metaOf()));
  accepted(await store.incident(id, confirm, metaOf()));
  return id;
}

/** A unit on duty; its id. */
export async function readyUnit(store: Store, city: string): Promise<string> {
  const callSign = `E${randomUUID().slice(0, 8)}`;
  const unit = `${city}.${callSign}`;
  const facts = {
    unit,
    city,
    callSign,
    department: 'fire',
    kind: 'engine',
    name: { zh: callSign, en: callSign },
    capabilities: [],
    station: 'Station 1',
  };
  accepted(await store.unit(unit, { type: 'RegisterUnit', data: facts }, metaOf()));
  accepted(await store.unit(unit, { type: 'GoOnDuty', data: {} }, metaOf()));
  return unit;
}

/** A task that no other incident has. */
export const newTask = () => ({ ...fireTask, task: randomUUID() });
