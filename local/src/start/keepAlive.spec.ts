import { expect, it, vi } from 'vitest';
import type { Member } from './forkPart.ts';
import { keepAlive } from './keepAlive.ts';

/** A member that ends when it is told to, by itself or by being closed. */
class Puppet implements Member {
  readonly ended: Promise<string>;
  end: (how: string) => void = () => {};
  closed = false;

  constructor() {
    this.ended = new Promise((resolve) => {
      this.end = resolve;
    });
  }

  close(): Promise<void> {
    this.closed = true;
    this.end('0');
    return Promise.resolve();
  }
}

function scene(start: () => Promise<Member>) {
  const said: string[] = [];
  const first = new Puppet();
  const events = {
    onEnd: (how: string, pause: number) => said.push(`${how} ${pause}`),
    onBack: () => said.push('back'),
  };
  const stop = keepAlive(first, start, events, [0.01, 0.02, 60]);
  return { first, stop, said };
}

it('says nothing of an end that was asked for', async () => {
  const { first, stop, said } = scene(() => Promise.reject(new Error('not wanted')));
  await stop();
  expect(first.closed).toBe(true);
  expect(said).toEqual([]);
});

it('starts a member that ended again, and closes that one in the end', async () => {
  const second = new Puppet();
  const { first, stop, said } = scene(() => Promise.resolve(second));
  first.end('SIGKILL');
  await vi.waitFor(() => expect(said).toEqual(['SIGKILL 0.01', 'back']));
  await stop();
  expect(second.closed).toBe(true);
  expect(said).toHaveLength(2);
});

it('tries again after ever longer pauses, and stops trying when told to', async () => {
  const { first, stop, said } = scene(() => Promise.reject(new Error('no')));
  first.end('1');
  await vi.waitFor(() => expect(said).toEqual(['1 0.01', 'no 0.02', 'no 60']));
  await stop();
  expect(said).toHaveLength(3);
});
