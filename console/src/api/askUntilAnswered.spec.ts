// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { askUntilAnswered } from './askUntilAnswered.ts';
import { signInOptionsDocument } from './documents/session.ts';

/** What the server says next, one after the other; the last one again and again. */
let answers: (object | 'cut')[];
let asked: number;
const realFetch = globalThis.fetch;

const refusal = (code: string, message: string) => ({
  errors: [{ message, extensions: { code } }],
});
const known = { data: { signInOptions: { demoAccounts: [] } } };

beforeEach(() => {
  asked = 0;
  globalThis.fetch = async () => {
    const answer = answers[Math.min(asked, answers.length - 1)];
    asked += 1;
    if (answer === 'cut') throw new TypeError('the connection was cut');
    const headers = { 'content-type': 'application/json' };
    return new Response(JSON.stringify(answer), { headers });
  };
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  globalThis.fetch = realFetch;
});

function start() {
  const told: unknown[] = [];
  const stop = askUntilAnswered(
    signInOptionsDocument,
    {},
    {
      answered: (data) => void told.push(data),
      failed: (why) => void told.push(why ?? 'asked again'),
    },
  );
  return { told, stop };
}

it('[V57] what was not answered is asked again until it is', async () => {
  answers = ['cut', refusal('UNAVAILABLE', 'later'), refusal('INTERNAL', 'oh'), known];
  const { told, stop } = start();
  for (let turn = 1; turn <= 3; turn += 1) {
    await vi.waitFor(() => expect(told).toHaveLength(turn));
    expect(told.at(-1)).toBe('asked again');
    await vi.advanceTimersByTimeAsync(5_000);
  }
  await vi.waitFor(() => expect(told).toHaveLength(4));
  expect(told.at(-1)).toEqual(known.data);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toBe(4);
  stop();
});

it('[V57] what was refused is told with why, and not asked again', async () => {
  answers = [refusal('forbidden', 'Only auditors may see this.')];
  const { told, stop } = start();
  await vi.waitFor(() => expect(told).toEqual(['Only auditors may see this.']));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toBe(1);
  stop();
});

it('asks no more, and tells nothing, once it is stopped', async () => {
  answers = ['cut', known];
  const { told, stop } = start();
  await vi.waitFor(() => expect(told).toEqual(['asked again']));
  stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toBe(1);
  expect(told).toHaveLength(1);
});
