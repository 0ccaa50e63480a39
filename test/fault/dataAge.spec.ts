import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '@tocsin/domain/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Console } from './consoles.ts';
import { startCuttingProxy } from './cuttingProxy.ts';
import { takeOvers, watchBeats } from './heartbeats.ts';
import { startLoad } from './load.ts';
import type { Part } from './parts.ts';
import { type SignedIn, signInAll } from './people.ts';
import { openConsoles, seeded } from './scene.ts';
import { expectNoGap, loadAll, untilEqual, untilProjected } from './verify.ts';
import { startWorld, type World } from './world.ts';

const seed = Date.now() % 2 ** 31;
const random = seeded(seed);
/** What every open console is promised, in milliseconds. */
const soon = 2_000;

let world: World;
let gateways: readonly Part[];
let runner: Part;
let people: readonly SignedIn[];
let everybody: readonly Console[];

beforeAll(async () => {
  console.info(`seed ${seed}`);
  world = await startWorld();
  runner = await world.startRunner();
  gateways = await Promise.all([world.startGateway(), world.startGateway()]);
  await untilProjected(world.eventStore, world.pool);
  people = await signInAll(gateways[0]?.url ?? '');
  let next = 0;
  const each = () => gateways[next++ % gateways.length]?.url ?? '';
  everybody = openConsoles(24, people, each, random);
  await loadAll(gateways[0]?.url ?? '', everybody);
  for (const one of everybody) one.start();
});
afterAll(async () => {
  await Promise.all((everybody ?? []).map((one) => one.close()));
  await world?.close();
});

/** Waits until every console was told the state; how long the last one took, in milliseconds. */
async function untilTold(
  state: string,
  since: number,
  consoles: readonly Console[] = everybody,
): Promise<number> {
  const first = (one: Console) => one.told.find((told) => told.at >= since && told.state === state);
  const deadline = performance.now() + 30_000;
  while (!consoles.every(first)) {
    if (performance.now() > deadline) throw new Error(`not every console was told ${state}`);
    await sleep(10);
  }
  return Math.max(...consoles.map((one) => (first(one)?.at ?? 0) - since));
}

describe('how old the data is', () => {
  it('[F30] tells every console within 2 s that the runner was killed, and that it is back', async () => {
    await untilTold('LIVE', 0);
    const killed = performance.now();
    await runner.kill();
    expect(await untilTold('STOPPED', killed)).toBeLessThan(soon);
    const started = performance.now();
    runner = await world.startRunner();
    await untilTold('LIVE', started);
  });

  it('[F30] tells the same of one that hangs', async () => {
    await sleep(1_500);
    const stuck = performance.now();
    runner.process.kill('SIGSTOP');
    expect(await untilTold('STOPPED', stuck)).toBeLessThan(soon);
    const back = performance.now();
    runner.process.kill('SIGCONT');
    await untilTold('LIVE', back);
  });

  it('[F30] tells every console within 2 s that the boards are behind the log, and when no more', async () => {
    await sleep(1_500);
    const client = await world.pool.connect();
    await client.query('begin; lock table checkpoint in share mode');
    const load = startLoad({
      url: () => gateways[0]?.url ?? '',
      people,
      random,
      stories: 1,
      pause: 50,
    });
    const held = performance.now();
    expect(await untilTold('BEHIND', held)).toBeLessThan(soon);
    await load.stop();
    const free = performance.now();
    await client.query('commit');
    client.release();
    await untilTold('LIVE', free);
  });

  it('[F32] a gateway whose connections to PostgreSQL fall silent gives them up, and its consoles miss nothing', async () => {
    const proxy = await startCuttingProxy(world.database);
    const silenced = new URL(world.database);
    silenced.search = '';
    silenced.host = new URL(proxy.url).host;
    const gateway = await world.startGateway({ DATABASE_URL: silenced.href });
    const own = openConsoles(4, people, () => gateway.url, random);
    await loadAll(gateway.url, own);
    for (const one of own) one.start();
    await untilTold('LIVE', 0, own);
    const url = () => gateways[0]?.url ?? '';
    const load = startLoad({ url, people, random, stories: 4, pause: 20 });
    for (const _round of [1, 2, 3, 4]) {
      await sleep(300 + random() * 300);
      proxy.silence();
    }
    await load.stop();
    await untilProjected(world.eventStore, world.pool);
    await untilEqual(url(), own);
    await expectNoGap(world.pool, own);
    await untilTold('LIVE', performance.now(), own);
    await Promise.all(own.map((one) => one.close()));
    proxy.silence();
    expect(await gateway.stop()).not.toBeNull();
    await proxy.close();
  });

  it('[P6] a stand-by takes over within 5 s of the leader’s last beat, and applies no event twice', async () => {
    const runners = [runner, ...(await Promise.all([world.startRunner(), world.startRunner()]))];
    const beats = watchBeats(world.pool);
    const load = startLoad({
      url: () => gateways[1]?.url ?? '',
      people,
      random,
      stories: 6,
      pause: 40,
    });
    for (const _round of [1, 2]) {
      await sleep(1_000 + random() * 500);
      const leader = beats.beats.at(-1)?.leader;
      await runners.find(({ process }) => leader?.includes(`:${process.pid}:`))?.kill();
      while (beats.beats.at(-1)?.leader === leader) await sleep(20);
    }
    await load.stop();
    await untilProjected(world.eventStore, world.pool);
    await beats.stop();
    const gaps = takeOvers(beats.beats);
    console.info(
      `took over after ${gaps.join(', ')} ms; answers ${JSON.stringify([...load.answers])}`,
    );
    expect(gaps).toHaveLength(2);
    expect(Math.max(...gaps)).toBeLessThan(5_000);
    expect(await eventsInLog()).toBe(await eventsProjected());
    await untilEqual(gateways[0]?.url ?? '', everybody);
    await expectNoGap(world.pool, everybody);
  });
});

async function eventsInLog(): Promise<number> {
  const store = await openStore(world.eventStore);
  const stop = new AbortController();
  let events = 0;
  for await (const batch of store.follow({ signal: stop.signal })) {
    events += batch.events.length;
    if (batch.caughtUp) break;
  }
  stop.abort();
  await store.close();
  return events;
}

async function eventsProjected(): Promise<number> {
  const { rows } = await world.pool.query<{ events: string }>(
    `select events from checkpoint where name = 'boards'`,
  );
  return Number(rows[0]?.events);
}
