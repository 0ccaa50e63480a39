import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayClock } from './dayClock.ts';
import type { Tally } from './desk.ts';
import { differentBoards } from './invariants/boards.ts';
import { incidentFaults, missedTimers, repeatedTimers } from './invariants/incidents.ts';
import { type Log, readLog } from './invariants/readLog.ts';
import { badMeta, brokenChains, scatteredCommands } from './invariants/streams.ts';
import { uncarried, unitFaults } from './invariants/units.ts';
import { runDay } from './runDay.ts';
import { startWorld, type World } from './world.ts';

const incidents = Number(process.env.TOCSIN_DAY_INCIDENTS ?? 1_000);
const seed = Number(process.env.TOCSIN_DAY_SEED ?? Date.now() % 2 ** 31);
const commandsAnIncident = 45;
const dayMs = 86_400_000;
const begin = Date.parse('2026-03-01T00:00:00+08:00');

// Repeatable as far as what people do goes; whom a race lets win is the machine's affair.
console.info(`the day of TOCSIN_DAY_SEED=${seed} with TOCSIN_DAY_INCIDENTS=${incidents}`);

const clock = dayClock(begin, dayMs / (incidents * commandsAnIncident));
let world: World;
let log: Log;
let tally: Tally;

describe('[M7] a day of the city', () => {
  beforeAll(async () => {
    world = await startWorld(clock);
    tally = await runDay(world, clock, { seed, incidents });
    // What is still due comes due.
    clock.leap(dayMs);
    await new Promise((wake) => setTimeout(wake, 1_500));
    await world.settled();
    log = await readLog(await storeOf(world));
    const lines = [...tally].map(
      ([type, { accepted, rejected, conflict }]) =>
        `${type}: ${accepted} accepted, ${rejected} refused, ${conflict} in conflict`,
    );
    console.info([`${log.events.length} events`, ...lines.toSorted()].join('\n'));
  }, 600_000);
  afterAll(() => world.close(), 60_000);

  it('has all its incidents, and all of them ended', () => {
    const reported = log.events.filter(({ type }) => type === 'IncidentReported');
    expect(reported).toHaveLength(incidents);
    const ended = new Set(
      log.events
        .filter(({ type }) => ['IncidentClosed', 'IncidentCancelled'].includes(type))
        .map(({ stream }) => stream),
    );
    expect(reported.filter(({ stream }) => !ended.has(stream)).map(({ stream }) => stream)).toEqual(
      [],
    );
  });
  it('[L3] has no broken chain', () => expect(brokenChains(log)).toEqual([]));
  it('[C2] [C3] has every command once', () => expect(scatteredCommands(log)).toEqual([]));
  it('[C6] [L2] says of everything who and when', () => expect(badMeta(log)).toEqual([]));
  it('[U1] [U3] commits no unit twice', () => expect(unitFaults(log)).toEqual([]));
  it('[U2] has in the incidents what the units did, each step once', () =>
    expect(uncarried(log)).toEqual([]));
  it('[T1] [T3] [T6] [T7] breaks no rule of tasks and closing', () =>
    expect(incidentFaults(log)).toEqual([]));
  it('[T5] [P4] fires every timer once', () => {
    expect(repeatedTimers(log)).toEqual([]);
    expect(missedTimers(log, clock.now())).toEqual([]);
  });
  it('[P1] [F1] shows on every board what a fold of the log shows', async () => {
    const fresh = await world.database('fresh');
    expect(await differentBoards(world.pool, fresh, await storeOf(world))).toEqual([]);
  }, 300_000);
  it('refuses no process manager', () => expect(world.refusals).toEqual([]));
});

async function storeOf({ stores }: World) {
  const [store] = stores;
  if (!store) throw new Error('no store');
  return store;
}
