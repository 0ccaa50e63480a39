// @vitest-environment happy-dom
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Delivery, type Letter, openOutbox, room } from './outbox.ts';

const letter = (id: string, part: Partial<Letter> = {}): Letter => ({
  id,
  command: 'acceptTask',
  incident: 'i',
  task: `task-${id}`,
  expectedRevision: '3',
  at: '2026-05-01T00:00:00Z',
  ...part,
});

/** A line that can be cut; what arrived is counted by command id, as the server counts it. */
function cuttableLine() {
  const arrived: string[] = [];
  const line = { up: true };
  const send = async ({ id }: Letter): Promise<Delivery> => {
    if (!line.up) return 'lost';
    arrived.push(id);
    return 'answered';
  };
  return { line, arrived, send };
}

beforeEach(() => localStorage.clear());

describe('[V12] the outbox', () => {
  it('sends at once while there is a line, and keeps nothing', async () => {
    const { arrived, send } = cuttableLine();
    const outbox = openOutbox('zhao', send);
    outbox.post(letter('a'));
    await outbox.flush();
    expect(arrived).toEqual(['a']);
    expect(outbox.letters.get()).toEqual([]);
  });

  it('keeps what was given without a line across a reload, in order, and sends it once', async () => {
    const { line, arrived, send } = cuttableLine();
    line.up = false;
    const before = openOutbox('zhao', send);
    before.post(letter('a'));
    before.post(letter('b'));
    await before.flush();
    const after = openOutbox('zhao', send);
    expect(after.letters.get().map(({ id }) => id)).toEqual(['a', 'b']);
    line.up = true;
    await Promise.all([after.flush(), after.flush()]);
    expect(arrived).toEqual(['a', 'b']);
    expect(openOutbox('zhao', send).letters.get()).toEqual([]);
  });

  it('belongs to one account', () => {
    const { line, send } = cuttableLine();
    line.up = false;
    openOutbox('zhao', send).post(letter('a'));
    expect(openOutbox('wang', send).letters.get()).toEqual([]);
  });

  it('takes the same answer to a task once, and no more than there is room for', () => {
    const { line, send } = cuttableLine();
    line.up = false;
    const outbox = openOutbox('zhao', send);
    expect(outbox.post(letter('a'))).toBe(true);
    expect(outbox.post(letter('b', { task: 'task-a' }))).toBe(true);
    expect(outbox.letters.get()).toHaveLength(1);
    for (let i = 1; i < room; i += 1) outbox.post(letter(`more-${i}`));
    expect(outbox.post(letter('too much'))).toBe(false);
  });

  it('is empty where what was kept cannot be read', () => {
    localStorage.setItem('tocsin.outbox.zhao', '{"not": "letters"}');
    expect(openOutbox('zhao', cuttableLine().send).letters.get()).toEqual([]);
    localStorage.setItem('tocsin.outbox.zhao', 'broken');
    expect(openOutbox('zhao', cuttableLine().send).letters.get()).toEqual([]);
  });

  it('whatever is cut and reloaded when, everything arrives in order, each once', async () => {
    const step = fc.constantFrom('post', 'cut', 'mend', 'reload');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        localStorage.clear();
        const { line, arrived, send } = cuttableLine();
        let outbox = openOutbox('zhao', send);
        const posted: string[] = [];
        for (const [at, what] of steps.entries()) {
          if (what === 'post' && outbox.post(letter(String(at)))) posted.push(String(at));
          if (what === 'cut') line.up = false;
          if (what === 'mend') line.up = true;
          await outbox.flush();
          if (what === 'reload') outbox = openOutbox('zhao', send);
        }
        line.up = true;
        await outbox.flush();
        expect(arrived).toEqual(posted);
      }),
    );
  });
});
