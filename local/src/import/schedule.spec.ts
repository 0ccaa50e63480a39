import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schedule } from './schedule.ts';

interface Task {
  readonly id: number;
  readonly keys: readonly string[];
}

const tasksArbitrary = fc
  .array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 3 }), {
    maxLength: 40,
  })
  .map((all) => all.map((keys, id): Task => ({ id, keys })));

describe('schedule', () => {
  it('[property] keeps the order of each key, runs at most so many at once, and all of them', async () => {
    await fc.assert(
      fc.asyncProperty(
        tasksArbitrary,
        fc.integer({ min: 1, max: 4 }),
        fc.scheduler(),
        async (tasks, inFlight, scheduler) => {
          const begun: Task[] = [];
          const running = new Set<Task>();
          const all = schedule(tasks, {
            keysOf: (task) => task.keys,
            inFlight,
            run: async (task) => {
              for (const other of running)
                expect(other.keys.some((key) => task.keys.includes(key))).toBe(false);
              running.add(task);
              begun.push(task);
              expect(running.size).toBeLessThanOrEqual(inFlight);
              await scheduler.schedule(Promise.resolve(), `task ${task.id}`);
              running.delete(task);
            },
          });
          await scheduler.waitFor(all);
          expect(begun.length).toBe(tasks.length);
          for (const key of ['a', 'b', 'c', 'd', 'e']) {
            const ids = begun.filter(({ keys }) => keys.includes(key)).map(({ id }) => id);
            expect(ids).toEqual([...ids].sort((x, y) => x - y));
          }
        },
      ),
    );
  });

  it('goes past a busy key as far as there is room', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const ran: number[] = [];
    const tasks: Task[] = [
      { id: 0, keys: ['a'] },
      { id: 1, keys: ['a'] },
      { id: 2, keys: ['b'] },
    ];
    await schedule(tasks, {
      keysOf: ({ keys }) => keys,
      inFlight: 2,
      run: async ({ id }) => {
        if (id === 0) await held;
        ran.push(id);
        if (id === 2) release();
      },
    });
    expect(ran).toEqual([2, 0, 1]);
  });

  it('takes only as many tasks as it has room for', async () => {
    let taken = 0;
    let most = 0;
    let done = 0;
    function* endless() {
      for (let id = 0; id < 500; id += 1) {
        taken += 1;
        most = Math.max(most, taken - done);
        yield { id, keys: ['a'] };
      }
    }
    await schedule(endless(), {
      keysOf: ({ keys }) => keys,
      inFlight: 2,
      run: async () => {
        done += 1;
      },
    });
    expect(done).toBe(500);
    expect(most).toBeLessThanOrEqual(2 * 16 + 1);
  });

  it('finishes what runs and starts nothing more when it is stopped', async () => {
    const stop = new AbortController();
    const begun: number[] = [];
    const finished: number[] = [];
    const tasks = Array.from({ length: 10 }, (_, id) => ({ id, keys: [`${id % 3}`] }));
    await schedule(tasks, {
      keysOf: ({ keys }) => keys,
      inFlight: 2,
      signal: stop.signal,
      run: async ({ id }) => {
        begun.push(id);
        if (id === 2) stop.abort();
        await Promise.resolve();
        finished.push(id);
      },
    });
    expect(finished.sort()).toEqual(begun.sort());
    expect(begun.length).toBeLessThan(10);
  });

  it('stops at the first failure, after what runs is over', async () => {
    const begun: number[] = [];
    const finished: number[] = [];
    const tasks = Array.from({ length: 10 }, (_, id) => ({ id, keys: [`${id}`] }));
    let fail = () => {};
    const failing = schedule(tasks, {
      keysOf: ({ keys }) => keys,
      inFlight: 3,
      run: async ({ id }) => {
        begun.push(id);
        if (id === 0)
          await new Promise<void>((_, reject) => {
            fail = () => reject(new Error('gone'));
          });
        if (id === 2) fail();
        await Promise.resolve();
        finished.push(id);
      },
    });
    await expect(failing).rejects.toThrow('gone');
    expect(finished.sort()).toEqual(begun.filter((id) => id !== 0).sort());
    expect(begun.length).toBeLessThan(10);
  });
});
