import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { cleanEnvironment, launcher } from '../system/runningSystem.ts';
import type { Console } from './consoles.ts';
import { type CuttingProxy, startCuttingProxy } from './cuttingProxy.ts';
import { watchBeats } from './heartbeats.ts';
import { startLoad } from './load.ts';
import type { Part } from './parts.ts';
import { type SignedIn, signInAll } from './people.ts';
import { openConsoles, seeded } from './scene.ts';
import { expectNoGap, figure, loadAll, untilEqual, untilProjected } from './verify.ts';
import { startWorld, type World } from './world.ts';

const seed = Date.now() % 2 ** 31;
const random = seeded(seed);
const consoleCount = 200;
const hour = 3_600_000;

let world: World;
/** One of them is killed and started anew at its address; the other stays. */
let killed: Part;
let stays: Part;
let runners: readonly Part[];
let proxy: CuttingProxy;
let people: readonly SignedIn[];
let consoles: readonly Console[];
let before: readonly number[];

const gateways = (): readonly string[] => [killed.url, proxy.url];
let next = 0;
const anyGateway = (): string => gateways()[next++ % 2] ?? '';

/** What a gateway holds for consoles that are gone, if it holds anything. */
const held = async (): Promise<readonly number[]> =>
  Promise.all(
    [killed, stays].flatMap(({ url }) =>
      ['tocsin_sockets', 'tocsin_subscriptions', 'tocsin_rooms'].map((name) => figure(url, name)),
    ),
  );

beforeAll(async () => {
  console.info(`seed ${seed}`);
  world = await startWorld();
  const starting = Promise.all([1, 2, 3].map(() => world.startRunner()));
  [runners, killed, stays] = await Promise.all([
    starting,
    world.startGateway(),
    world.startGateway(),
  ]);
  proxy = await startCuttingProxy(stays.url);
  await untilProjected(world.eventStore, world.pool);
  people = await signInAll(stays.url);
  before = await held();
  consoles = openConsoles(consoleCount, people, anyGateway, random);
  await loadAll(stays.url, consoles);
  for (const one of consoles) one.start();
}, 300_000);
afterAll(async () => {
  await Promise.all((consoles ?? []).map((one) => one.close()));
  await proxy?.close();
  await world?.close();
});
afterEach(() => {
  for (const part of world.parts)
    expect(part.output()).not.toMatch(/unhandled|uncaught|MaxListeners/i);
});

/** The fault under load; then everybody shows what the query gives, and was sent no more and no less. */
async function under(fault: () => Promise<void>): Promise<void> {
  const load = startLoad({ url: anyGateway, people, random, stories: 8, pause: 60 });
  await sleep(500);
  await fault();
  await sleep(500);
  await load.stop();
  expect(load.answers.get('Accepted') ?? 0).toBeGreaterThan(0);
  await untilProjected(world.eventStore, world.pool);
  await untilEqual(stays.url, consoles);
  await expectNoGap(world.pool, consoles);
}

async function terminate(where: string): Promise<void> {
  await world.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and ${where}`,
  );
}

async function runRebuild(): Promise<{ readonly end: Promise<number | null>; kill(): void }> {
  const child = spawn(process.execPath, [launcher, 'rebuild'], {
    stdio: 'ignore',
    env: cleanEnvironment({
      EVENTSTORE_URL: world.eventStore,
      DATABASE_URL: world.database,
      TOCSIN_DATA: `${world.folder}/rebuild`,
    }),
  });
  const end = once(child, 'exit').then(([code]) => code as number | null);
  return { end, kill: () => child.kill('SIGKILL') };
}

const isBuilding = async (): Promise<boolean> =>
  (await world.pool.query(`select from pg_namespace where nspname = 'next'`)).rowCount === 1;

describe('whatever goes wrong', { timeout: 240_000 }, () => {
  it('[F31] a gateway is killed: its consoles go on at another one from their cursors', () =>
    under(async () => {
      const port = new URL(killed.url).port;
      await killed.kill();
      await sleep(500);
      killed = await world.startGateway({ PORT: port });
    }));

  it('[P2] [F2] the runner is killed again and again, at any moment', () =>
    under(async () => {
      const beats = watchBeats(world.pool);
      for (let round = 0; round < 2; round += 1) {
        while (beats.beats.length === 0) await sleep(10);
        const leader = beats.beats.at(-1)?.leader;
        await sleep(random() * 400);
        await runners.find(({ process }) => leader?.includes(`:${process.pid}:`))?.kill();
        while (beats.beats.at(-1)?.leader === leader) await sleep(20);
      }
      await beats.stop();
    }));

  it('[F32] PostgreSQL is restarted', () => under(() => world.restartPostgres()));

  it('[F32] the event store is killed and started again', () =>
    under(() => world.restartEventStore()));

  it('[F32] the connections that listen are cut, and the leader’s', () =>
    under(async () => {
      for (let round = 0; round < 5; round += 1) {
        await terminate(`query ilike 'listen%'`);
        await sleep(random() * 300);
      }
      await terminate(`query ilike '%moved as%'`);
    }));

  it('[F3] sockets live for 50 ms', () =>
    under(async () => {
      proxy.cutAfter(50);
      await sleep(3_000);
      proxy.cutAfter(undefined);
      expect(proxy.cuts()).toBeGreaterThan(consoleCount / 2);
    }));

  it('[F32] the clocks are set back by an hour, and forward again', () =>
    under(async () => {
      await world.stepClock(-hour);
      await sleep(1_500);
      await world.stepClock(0);
    }));

  it('[F32] notifications come twice, late, early and of nothing', () =>
    under(async () => {
      for (let round = 0; round < 300; round += 1) {
        await world.pool.query(`select pg_notify('tocsin_changes', $1)`, [
          String(Math.floor(random() * 1e6)),
        ]);
        if (round % 10 === 0) await sleep(random() * 50);
      }
    }));

  it('[P7] [P8] [F33] the boards are rebuilt beside, and a rebuild is killed: nobody sees it', () =>
    under(async () => {
      const connections = consoles.map((one) => one.connections);
      const first = await runRebuild();
      while (!(await isBuilding())) await sleep(2);
      first.kill();
      expect(await first.end).toBeNull();
      const second = await runRebuild();
      expect(await second.end).toBe(0);
      expect(consoles.map((one) => one.connections)).toEqual(connections);
    }));

  it('[F34] what was held for consoles that are gone is let go', async () => {
    await Promise.all(consoles.map((one) => one.close()));
    await expect.poll(held, { timeout: 20_000 }).toEqual(before);
  });
});
