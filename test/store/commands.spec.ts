import { randomUUID } from 'node:crypto';
import { type Revision, revision } from '@tocsin/domain';
import type { Store } from '@tocsin/domain/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fireLiaison } from '../../domain/src/incident.testkit.ts';
import { expectChain } from './chain.testkit.ts';
import {
  accepted,
  confirm,
  foundCity,
  metaOf,
  newTask,
  note,
  openIncident,
  readyUnit,
  report,
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

const chainOf = (incident: string): Promise<number> =>
  expectChain(node.url, `incident-${incident}`);

describe('[C2] the same command again', () => {
  it('gives the same answer and no second event', async () => {
    const id = randomUUID();
    const meta = metaOf();
    const first = accepted(await store.incident(id, report(id, city), meta));
    expect(first).toMatchObject({ revision: 0n, events: 1, repeated: false });
    expect(await store.incident(id, report(id, city), meta)).toEqual({ ...first, repeated: true });
    expect(await chainOf(id)).toBe(1);
  });
  it('is known after reopening, and when others came between', async () => {
    const id = await openIncident(store, city);
    const meta = metaOf();
    const tasks = [newTask(), { ...newTask(), department: 'gas', part: 'assist' as const }];
    const assign = { type: 'AssignTasks', data: { tasks } } as const;
    const first = accepted(await store.incident(id, assign, meta));
    expect(first).toMatchObject({ events: 2, revision: 3n });
    accepted(await store.incident(id, note('Between'), metaOf()));
    const reopened = await node.open();
    expect(await reopened.incident(id, assign, meta)).toEqual({ ...first, repeated: true });
    expect(await store.incident(id, assign, meta)).toEqual({ ...first, repeated: true });
    expect(await chainOf(id)).toBe(5);
  });
  it('is recorded once when two stores get it at the same moment', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => openIncident(store, city)));
    await Promise.all(ids.map((id) => other.incident(id, note('Warm'), metaOf())));
    for (const id of ids) {
      const meta = metaOf();
      const command = note('Twice');
      const outcomes = await Promise.all(
        [store, other, store, other].map((one) => one.incident(id, command, meta)),
      );
      const [first] = outcomes.map(accepted);
      for (const outcome of outcomes)
        expect(outcome).toMatchObject({
          revision: first?.revision,
          position: first?.position,
          events: 1,
        });
      expect(await chainOf(id)).toBe(4);
    }
  });
});

describe('[C3] a command id used again for another command', () => {
  it('is refused on the same stream, also by another store', async () => {
    const id = await openIncident(store, city);
    const meta = metaOf();
    accepted(await store.incident(id, note('One'), meta));
    for (const one of [store, other])
      expect(await one.incident(id, note('Another'), meta)).toMatchObject({
        kind: 'rejected',
        rejection: { rejected: 'commandIdReused', field: 'command.id' },
      });
    expect(await chainOf(id)).toBe(3);
  });
  it('is refused on another stream', async () => {
    const [one, two] = [await openIncident(store, city), await openIncident(store, city)];
    const meta = metaOf();
    const command = note('One');
    accepted(await store.incident(one, command, meta));
    expect(await store.incident(two, command, meta)).toMatchObject({
      rejection: { rejected: 'commandIdReused' },
    });
    expect(await chainOf(two)).toBe(2);
  });
  it('may be used again when the command was refused', async () => {
    const id = await openIncident(store, city);
    const meta = metaOf();
    expect(await store.incident(id, note(''), meta)).toMatchObject({ kind: 'rejected' });
    accepted(await store.incident(id, note('Not empty'), meta));
  });
});

describe('[C1] two stores on one log', () => {
  it('[U1] dispatch a unit once, whichever wins', async () => {
    for (let round = 0; round < 10; round += 1) {
      const unit = await readyUnit(store, city);
      const incidents = [await openIncident(store, city), await openIncident(other, city)];
      await other.readUnit(unit);
      const outcomes = await Promise.all(
        [store, other, store, other].map((one, index) => {
          const incident = incidents[index % 2] ?? '';
          const data = { assignment: randomUUID(), incident };
          return one.unit(unit, { type: 'DispatchUnit', data }, metaOf());
        }),
      );
      const kinds = outcomes.map((one) => one.kind).sort();
      expect(kinds).toEqual(['accepted', 'rejected', 'rejected', 'rejected']);
      expect(await expectChain(node.url, `unit-${unit}`)).toBe(3);
    }
  });
  it('lose nothing and record nothing twice with 64 in flight', async () => {
    const ids = await Promise.all(Array.from({ length: 16 }, () => openIncident(store, city)));
    const texts = ids.flatMap((id) => Array.from({ length: 24 }, (_, n) => ({ id, text: `${n}` })));
    let next = 0;
    const work = async (): Promise<void> => {
      for (let one = texts[next++]; one; one = texts[next++]) {
        const by = next % 2 === 0 ? store : other;
        accepted(await by.incident(one.id, note(one.text), metaOf()));
      }
    };
    await Promise.all(Array.from({ length: 64 }, work));
    for (const id of ids) {
      expect(await chainOf(id)).toBe(26);
      const state = (await store.readIncident(id))?.state;
      const noted = state?.notes.map((one) => Number(one.text)).sort((a, b) => a - b);
      expect(noted).toEqual(Array.from({ length: 24 }, (_, n) => n));
    }
  });
  it('open thousands of incidents over one connection that nothing breaks', async () => {
    let left = 3_000;
    const work = async (): Promise<void> => {
      for (; left > 0; left -= 1) {
        const id = randomUUID();
        const outcome = accepted(await store.incident(id, report(id, city), metaOf()));
        // A repetition would mean that the first answer was lost with the connection.
        expect(outcome.repeated).toBe(false);
      }
    };
    await Promise.all(Array.from({ length: 64 }, work));
  });
  it('[C5] refuse nothing on a stale state', async () => {
    const id = await openIncident(store, city);
    await other.readIncident(id);
    accepted(
      await store.incident(id, { type: 'ResolveIncident', data: { summary: 'Done' } }, metaOf()),
    );
    const reopen = { type: 'ReopenIncident', data: { reason: 'Smell again' } } as const;
    accepted(await other.incident(id, reopen, metaOf()));
    accepted(await store.incident(id, { type: 'MarkContained', data: {} }, metaOf()));
  });
  it('[C5] answer "already so" of the newest state only', async () => {
    const unit = await readyUnit(store, city);
    await other.readUnit(unit);
    const off = { type: 'GoOffDuty', data: { reason: 'Shift over' } } as const;
    accepted(await store.unit(unit, off, metaOf()));
    expect(await other.unit(unit, { type: 'GoOnDuty', data: {} }, metaOf())).toMatchObject({
      kind: 'accepted',
      events: 1,
      revision: 3n,
    });
    const again = await store.unit(unit, { type: 'GoOnDuty', data: {} }, metaOf());
    expect(again).toMatchObject({ kind: 'accepted', events: 0, revision: 3n });
  });
});

describe('[C4] a command that names the revision its caller saw', () => {
  const seeing = (expectedRevision: Revision) => metaOf({ expectedRevision });

  it('succeeds when nothing that touches it happened since', async () => {
    const id = await openIncident(store, city);
    const task = newTask();
    const { revision: seen } = accepted(
      await store.incident(id, { type: 'AssignTasks', data: { tasks: [task] } }, metaOf()),
    );
    accepted(await other.incident(id, note('Unrelated'), metaOf()));
    const accept = { type: 'AcceptTask', data: { task: task.task } } as const;
    accepted(await store.incident(id, accept, { ...seeing(seen), actor: fireLiaison }));
  });
  it('is a conflict that says who did what meanwhile', async () => {
    const id = await openIncident(store, city);
    const { task } = newTask();
    const tasks = [{ ...newTask(), task }];
    const { revision: seen } = accepted(
      await store.incident(id, { type: 'AssignTasks', data: { tasks } }, metaOf()),
    );
    accepted(await other.incident(id, note('Unrelated'), metaOf()));
    const occurredAt = '2026-01-01T00:00:00.000Z';
    const accept = { type: 'AcceptTask', data: { task } } as const;
    accepted(await other.incident(id, accept, metaOf({ actor: fireLiaison, occurredAt })));
    const cancel = { type: 'CancelTask', data: { task, reason: 'Moot' } } as const;
    const outcome = await store.incident(id, cancel, seeing(seen));
    expect(outcome).toEqual({
      kind: 'conflict',
      expected: 2n,
      actual: 6n,
      meanwhile: [
        {
          revision: 6n,
          type: 'TaskAccepted',
          actor: fireLiaison,
          occurredAt,
          recordedAt: expect.any(String),
        },
      ],
    });
    accepted(await store.incident(id, cancel, seeing(revision(6n))));
  });
  it('is refused when it names one of the future', async () => {
    const id = await openIncident(store, city);
    expect(await store.incident(id, note('x'), seeing(revision(9n)))).toMatchObject({
      kind: 'rejected',
      rejection: {
        rejected: 'revisionOfTheFuture',
        field: 'command.expectedRevision',
        facts: { expected: '9', actual: '1' },
      },
    });
    expect(await chainOf(id)).toBe(2);
  });
  it('is not of the future when it was only this store that lagged behind', async () => {
    const id = await openIncident(store, city);
    await other.readIncident(id);
    const { revision: seen } = accepted(await store.incident(id, note('One'), metaOf()));
    accepted(await other.incident(id, note('Two'), seeing(seen)));
  });
  it('is answered again, not called a conflict, when it is repeated', async () => {
    const id = await openIncident(store, city);
    const meta = seeing(revision(1n));
    const resolve = { type: 'ResolveIncident', data: { summary: 'Done' } } as const;
    const first = accepted(await store.incident(id, resolve, meta));
    expect(await store.incident(id, resolve, meta)).toEqual({ ...first, repeated: true });
  });
});

describe('[C6] when it happened', () => {
  it('may be earlier than when it was recorded', async () => {
    const id = randomUUID();
    const occurredAt = '2020-04-07T01:02:03.000Z';
    accepted(await store.incident(id, report(id, city), metaOf({ occurredAt })));
    const [event] = await store.readIncidentEvents(id);
    expect(event?.meta.occurredAt).toBe(occurredAt);
    expect(Date.parse(event?.meta.recordedAt ?? '')).toBeGreaterThan(Date.parse(occurredAt));
  });
  it.each<[string, () => string]>([
    ['inTheFuture', () => new Date(Date.now() + 3_600_000).toISOString()],
    ['notATime', () => 'yesterday'],
    ['notATime', () => ''],
  ])('is refused: %s', async (code, at) => {
    const id = randomUUID();
    const outcome = await store.incident(id, report(id, city), metaOf({ occurredAt: at() }));
    expect(outcome).toMatchObject({ rejection: { rejected: code, field: 'occurredAt' } });
    expect(await chainOf(id)).toBe(0);
  });
});

describe('[B1] bad input', () => {
  it('[C5] is refused with its field and leaves the log as it was', async () => {
    const id = randomUUID();
    const bad = report(id, city);
    if (bad.type !== 'ReportIncident') throw new Error('not a report');
    const place = { address: '', lon: Number.NaN, lat: 30.5 };
    const outcome = await store.incident(id, { ...bad, data: { ...bad.data, place } }, metaOf());
    expect(outcome).toMatchObject({ rejection: { rejected: 'notANumber', field: 'place.lon' } });
    const half = { ...bad, data: { ...bad.data, what: 'half \ud83d' } };
    expect(await store.incident(id, half, metaOf())).toMatchObject({
      rejection: { rejected: 'controlCharacters', field: 'what' },
    });
    expect(await store.incident(id, confirm, metaOf())).toMatchObject({
      rejection: { rejected: 'unknownIncident' },
    });
    expect(await store.incident(id, report(id, 'atlantis'), metaOf())).toMatchObject({
      rejection: { rejected: 'unknownCity', field: 'city' },
    });
    expect(await chainOf(id)).toBe(0);
    expect(await store.readIncident(id)).toBeUndefined();
  });
  it('is told by a guard before anything is decided', async () => {
    const id = await openIncident(store, city);
    const forbidden = { rejected: 'forbidden', facts: {} } as const;
    const outcome = await store.incident(id, note('x'), metaOf(), (state) =>
      state.city === city ? forbidden : undefined,
    );
    expect(outcome).toEqual({ kind: 'rejected', rejection: forbidden });
    expect(await chainOf(id)).toBe(2);
  });
});
