import { revision } from '@tocsin/domain';
import type { RawLog } from '@tocsin/domain/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proofOf } from '../../domain/src/store/proofOf.ts';
import { metaOf, note } from '../store/node.testkit.ts';
import { type RealLog, realLog } from './realLog.testkit.ts';

let real: RealLog;
beforeAll(async () => {
  real = await realLog(6);
});
afterAll(async () => {
  await real.stop();
  real.remove();
});

type Raw = Awaited<ReturnType<RawLog['lastOf']>> & object;
/** The log as somebody left it who changed what some of its events say. */
function changed(change: (event: Raw) => Raw): RawLog {
  async function* each(events: AsyncGenerator<Raw>): AsyncGenerator<Raw> {
    for await (const event of events) yield change(event);
  }
  const { log } = real;
  return {
    ...log,
    events: (after) => each(log.events(after)),
    stream: (name, from, most) => each(log.stream(name, from, most)),
    lastOf: async (stream) => {
      const last = await log.lastOf(stream);
      return last && change(last);
    },
  };
}

const sound = { intact: true, seal: { signed: true, included: true } };

describe('[X54] the proof of an entry', () => {
  it('names its hash, the one before and the seal that covers it', async () => {
    for (const id of real.incidents) {
      let previousHash = '';
      for (const event of await real.store.readIncidentEvents(id)) {
        const { hash } = event.meta;
        const proof = await real.store.proofOf(id, event.revision);
        expect(proof).toMatchObject({ ...sound, hash, previousHash });
        expect(proof?.seal?.path.length).toBeLessThanOrEqual(2);
        previousHash = hash;
      }
    }
  });

  it('tells an entry that says something else from the one that was sealed', async () => {
    const [id = ''] = real.incidents;
    const stream = `incident-${id}`;
    const { log } = real;
    const isIt = (event: Raw) => event.streamId === stream && event.revision === 2n;
    const otherWords = changed((event) =>
      isIt(event) ? { ...event, data: { note: 'n', text: 'nothing' } } : event,
    );
    expect(await proofOf(otherWords, stream, 2n)).toMatchObject({ ...sound, intact: false });
    const otherBefore = changed((event) =>
      event.streamId === stream && event.revision === 1n
        ? { ...event, metadata: { ...(event.metadata as object), hash: 'ab'.repeat(32) } }
        : event,
    );
    expect(await proofOf(otherBefore, stream, 2n)).toMatchObject({ ...sound, intact: false });
    const otherHash = changed((event) =>
      isIt(event)
        ? { ...event, metadata: { ...(event.metadata as object), hash: 'cd'.repeat(32) } }
        : event,
    );
    expect(await proofOf(otherHash, stream, 2n)).toMatchObject({
      intact: false,
      seal: { included: false },
    });
    const otherSeal = changed((event) => {
      if (event.type !== 'LogSealed') return event;
      const seal = event.data as { readonly body: object };
      return { ...event, data: { ...seal, body: { ...seal.body, time: '2020-01-01T00:00:00Z' } } };
    });
    expect(await proofOf(otherSeal, stream, 2n)).toMatchObject({ seal: { signed: false } });
    expect(await proofOf(log, stream, 2n)).toMatchObject(sound);
  });

  it('has no seal until the next one, and is nothing where there is no entry', async () => {
    const [id = ''] = real.incidents;
    await real.store.incident(id, note('after the seal'), metaOf());
    const last = (await real.store.readIncident(id))?.revision ?? revision(0);
    const proof = await real.store.proofOf(id, last);
    expect(proof).toMatchObject({ intact: true });
    expect(proof?.seal).toBeUndefined();
    expect(await real.store.proofOf(id, revision(last + 1n))).toBeUndefined();
    expect(await real.store.proofOf('nowhere', revision(0))).toBeUndefined();
  });
});
