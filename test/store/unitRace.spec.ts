import { randomUUID } from 'node:crypto';
import type { UnitCommand } from '@tocsin/domain';
import type { Outcome, Store } from '@tocsin/domain/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { person } from '../../domain/src/specification.testkit.ts';
import { expectChain } from './chain.testkit.ts';
import {
  accepted,
  foundCity,
  metaOf,
  openIncident,
  readyUnit,
  startNode,
  type TestNode,
} from './node.testkit.ts';

let node: TestNode;
let stores: readonly Store[];
let city: string;

beforeAll(async () => {
  node = await startNode();
  stores = await Promise.all([node.open(), node.open(), node.open({ readFirst: true })]);
  city = await foundCity(storeOf(0));
});
afterAll(() => node.close());

/** The gateway that a dispatcher happens to be connected to. */
function storeOf(n: number): Store {
  const store = stores[n % stores.length];
  if (!store) throw new Error('there is no store');
  return store;
}
const dispatchers = ['chen', 'liu', 'zhou', 'lin', 'he', 'xu'].map((name) => person(name));

const dispatchTo = (incident: string, stack = false): UnitCommand => ({
  type: 'DispatchUnit',
  data: { assignment: randomUUID(), incident, stack },
});

interface Try {
  readonly incident: string;
  readonly by: string;
  readonly outcome: Outcome;
}

/** Every dispatcher wants the unit at the same moment, each for one of the two incidents. */
async function race(unit: string, incidents: readonly string[], seen: 'newest' | 'shown') {
  const shown = (await storeOf(0).readUnit(unit))?.revision;
  if (shown === undefined) throw new Error('no such unit');
  const tries = dispatchers.map(async (actor, n): Promise<Try> => {
    const incident = incidents[n % incidents.length] ?? '';
    const meta = metaOf({ actor, ...(seen === 'shown' ? { expectedRevision: shown } : {}) });
    return {
      incident,
      by: actor.id,
      outcome: await storeOf(n).unit(unit, dispatchTo(incident), meta),
    };
  });
  const all = await Promise.all(tries);
  const won = all.filter(({ outcome }) => outcome.kind === 'accepted');
  expect(won).toHaveLength(1);
  const [winner] = won;
  if (!winner) throw new Error('nobody won');
  return { winner, losers: all.filter((one) => one !== winner) };
}

describe('[U1] [U11] several dispatchers, one unit, two incidents, three gateways', () => {
  it('exactly one gets it; the others are told which incident has it', async () => {
    for (let round = 0; round < 8; round += 1) {
      const unit = await readyUnit(storeOf(round), city);
      const incidents = [
        await openIncident(storeOf(0), city),
        await openIncident(storeOf(1), city),
      ];
      await Promise.all(stores.map((store) => store.readUnit(unit)));
      const { winner, losers } = await race(unit, incidents, 'newest');
      for (const { outcome } of losers)
        expect(outcome).toMatchObject({
          kind: 'rejected',
          rejection: {
            rejected: expect.stringMatching(/^(unitCommitted|alreadyExists)$/),
            field: expect.stringMatching(/^(unit|assignment)$/),
          },
        });
      for (const { incident, outcome } of losers)
        if (incident !== winner.incident)
          expect(outcome).toMatchObject({
            rejection: {
              rejected: 'unitCommitted',
              facts: { incident: winner.incident, stage: 'dispatched' },
            },
          });
      expect(await expectChain(node.url, `unit-${unit}`)).toBe(3);
      for (const store of stores)
        expect((await store.readUnit(unit))?.state.active?.incident).toBe(winner.incident);
    }
  });

  it('[C4] who decided on what the screen showed gets a conflict that names the first', async () => {
    for (let round = 0; round < 8; round += 1) {
      const unit = await readyUnit(storeOf(round), city);
      const incidents = [
        await openIncident(storeOf(0), city),
        await openIncident(storeOf(1), city),
      ];
      const { winner, losers } = await race(unit, incidents, 'shown');
      for (const { outcome } of losers)
        expect(outcome).toMatchObject({
          kind: 'conflict',
          meanwhile: [{ type: 'UnitDispatched', actor: { id: winner.by } }],
        });
      expect(await expectChain(node.url, `unit-${unit}`)).toBe(3);
    }
  });

  it('where all stack it, each has a promise, and one is active at a time', async () => {
    const unit = await readyUnit(storeOf(0), city);
    const incidents = await Promise.all(dispatchers.map((_, n) => openIncident(storeOf(n), city)));
    await Promise.all(
      incidents.map(async (incident, n) =>
        accepted(await storeOf(n).unit(unit, dispatchTo(incident, true), metaOf())),
      ),
    );
    const state = (await storeOf(0).readUnit(unit))?.state;
    const promised = [state?.active, ...(state?.stacked ?? [])].map((one) => one?.incident);
    expect(promised.toSorted()).toEqual(incidents.toSorted());
    const first = state?.active;
    if (!first) throw new Error('nothing is active');
    const clear = { assignment: first.assignment, stage: 'cleared' } as const;
    accepted(await storeOf(1).unit(unit, { type: 'RecordStage', data: clear }, metaOf()));
    const outcomes = await Promise.all(
      (state?.stacked ?? []).map(({ assignment }, n) =>
        storeOf(n).unit(unit, { type: 'ActivateAssignment', data: { assignment } }, metaOf()),
      ),
    );
    expect(outcomes.filter(({ kind }) => kind === 'accepted')).toHaveLength(1);
    // Registered, on duty, six dispatches, cleared, activated.
    expect(await expectChain(node.url, `unit-${unit}`)).toBe(2 + dispatchers.length + 2);
  });
});
