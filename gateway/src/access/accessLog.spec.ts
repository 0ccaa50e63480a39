import type { AccessCommand, AccessEntry, Actor, CommandMeta } from '@tocsin/domain';
import { position, revision } from '@tocsin/domain';
import type { Outcome } from '@tocsin/domain/store';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { type AccessLog, openAccessLog } from './accessLog.ts';

const logger = pino({ level: 'silent' });
const chen: Actor = { kind: 'person', id: 'chen', name: 'Chen Jing', console: 'web-1' };
const accepted: Outcome = {
  kind: 'accepted',
  revision: revision(0),
  position: position(0),
  events: 1,
  repeated: false,
};
const read = (incident: string): AccessEntry => ({
  kind: 'recordRead',
  what: 'timeline',
  incident,
});
const refused = (what: string): AccessEntry => ({
  kind: 'attemptRefused',
  what,
  code: 'forbidden',
});

interface Written {
  readonly id: string;
  readonly command: AccessCommand;
  readonly by: string;
}

/** A log over a list of what was appended, on which an append takes as long as the test wants. */
function logOver(append: () => Promise<Outcome> = async () => accepted) {
  const written: Written[] = [];
  let now = Date.parse('2026-03-01T23:59:00.000Z');
  const access = async (id: string, command: AccessCommand, { actor }: CommandMeta) => {
    const outcome = await append();
    written.push({ id, command, by: actor.id });
    return outcome;
  };
  const log: AccessLog = openAccessLog({
    store: { access },
    logger,
    recorder: 'g1',
    now: () => now,
  });
  const pass = (ms: number): void => {
    now += ms;
  };
  return { log, written, pass };
}

describe('the access log of a gateway', () => {
  it('[X30] answers a read only once its trace is written, for all who do the same', async () => {
    const waiting: ((outcome: Outcome) => void)[] = [];
    const { log, written } = logOver(() => new Promise((resolve) => waiting.push(resolve)));
    const answered: string[] = [];
    const reads = ['first', 'second'].map((name) =>
      log.given(chen, read('i-1')).then(() => answered.push(name)),
    );
    await new Promise((resolve) => setImmediate(resolve));
    expect([waiting.length, answered]).toEqual([1, []]);
    waiting[0]?.(accepted);
    await Promise.all(reads);
    expect(written).toMatchObject([{ id: '2026-03-01.g1', command: { type: 'RecordAccess' } }]);
  });

  it('[X30] gives nothing out when the trace can not be written, and tries again', async () => {
    let up = false;
    const { log, written } = logOver(async () => {
      if (up) return accepted;
      throw new Error('the event store does not answer');
    });
    await expect(log.given(chen, read('i-1'))).rejects.toThrow('does not answer');
    await expect(log.refused(chen, refused('acceptTask'))).resolves.toBeUndefined();
    up = true;
    await log.given(chen, read('i-1'));
    expect(written).toMatchObject([{ command: { data: { what: 'timeline', incident: 'i-1' } } }]);
  });

  it('[X31] is not filled by a flood: the first stand, the rest is counted', async () => {
    const { log, written, pass } = logOver();
    const flood = Array.from({ length: 5_000 }, () => log.refused(chen, refused('acceptTask')));
    await Promise.all(flood);
    expect(written).toHaveLength(3);
    pass(120_000);
    await log.close();
    expect(written.slice(3)).toMatchObject([
      {
        id: '2026-03-02.g1',
        by: 'chen',
        command: { type: 'RecordRepeats', data: { of: 'attemptRefused', count: 4_997 } },
      },
    ]);
  });

  it('[X31] refuses whoever reads more different records than a person can', async () => {
    const { log } = logOver();
    for (let at = 0; at < 600; at += 1) await log.given(chen, read(`i-${at}`));
    await expect(log.given(chen, read('i-600'))).rejects.toMatchObject({
      refusal: { code: 'tooManyReads', facts: { seconds: 300 } },
    });
    await log.given({ ...chen, id: 'li' }, read('i-600'));
  });
});
