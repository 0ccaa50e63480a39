import { isOpenStatus } from '@tocsin/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endAll } from '../contract/nodeProcess.ts';
import { differentBoards } from './invariants/boards.ts';
import { absentTypes, idleDepartments, seldom } from './invariants/contents.ts';
import { incidentFaults } from './invariants/incidents.ts';
import { mergeFaults, reportFaults } from './invariants/merges.ts';
import { type Log, readLog } from './invariants/readLog.ts';
import { type States, statesOf } from './invariants/states.ts';
import { badMeta, brokenChains, scatteredCommands } from './invariants/streams.ts';
import {
  overReturned,
  stockFaults,
  uncarriedSupplies,
  unreceivedRequests,
} from './invariants/supplies.ts';
import { doneTwice, missedTimers, turnsTwice } from './invariants/timers.ts';
import { uncarried, unitFaults } from './invariants/units.ts';
import { type Day, runDay } from './runDay.ts';
import { startWorld, type World } from './world.ts';

const incidents = Number(process.env.TOCSIN_DAY_INCIDENTS ?? (process.env.CI ? 200 : 2_000));
const seed = Number(process.env.TOCSIN_DAY_SEED ?? Date.now() % 2 ** 31);
/** With so many a day has something of everything. */
const wholeDay = 2_000;
const dayMs = 86_400_000;
const begin = Date.parse('2026-03-01T00:00:00+08:00');
/** With what people wait for, 2,000 incidents fill a day. */
const commandMs = 400;
/** Until the last step for a corrective action that nobody sees to. */
const daysAfter = 5;

/** What does not happen on such a day: nobody changes the city's profile (see local/src/profile). */
const absent = ['DefinitionWithdrawn', 'PersonDismissed', 'UnitAmended'];
/** What happens only where two people meet in time, which no seed decides. */
const byRace = ['AbsorptionRefused'];

console.info(`the day of TOCSIN_DAY_SEED=${seed} with TOCSIN_DAY_INCIDENTS=${incidents}`);

let world: World;
let day: Day;
let log: Log;
let states: States;

function sayWhat(took: number): void {
  const { runners } = world;
  const lines = [...day.tally].map(
    ([type, { accepted, rejected, conflict }]) =>
      `${type}: ${accepted} accepted, ${rejected} refused, ${conflict} in conflict`,
  );
  const killed = `${runners.killed()} of ${runners.started()} runners were killed`;
  const rare = `seldom: ${seldom(log).join(', ')}`;
  const events = `${log.events.length} events in ${took} s`;
  console.info([events, killed, rare, ...lines.toSorted()].join('\n'));
}

describe('[M7] a day of the city', () => {
  beforeAll(
    async () => {
      world = await startWorld(begin, commandMs);
      const begun = performance.now();
      day = await runDay(world, { seed, incidents });
      const took = Math.round((performance.now() - begun) / 1_000);
      for (let passed = 0; passed < daysAfter; passed += 1) {
        world.clock.leap(dayMs);
        await world.settled();
      }
      log = await readLog(world.store);
      states = statesOf(log);
      sayWhat(took);
    },
    120_000 + incidents * 1_500,
  );
  afterAll(async () => {
    await world?.close();
    await endAll();
  }, 60_000);

  it('has all its incidents, and all but the forgotten ones ended', () => {
    const offspring = log.events.filter(({ type }) => type === 'ReportUnlinked');
    expect(states.incidents.size).toBe(incidents + offspring.length);
    const open = [...states.incidents.values()].filter(
      ({ status }) => isOpenStatus(status) || status === 'resolved',
    );
    const unended = open.filter(({ id }) => !day.forgotten.includes(id));
    expect(unended.map(({ id, status }) => `${id} ${status}`)).toEqual([]);
  });
  it.runIf(incidents >= wholeDay)('has something of everything, at every department', () => {
    expect(absentTypes(log).filter((type) => !byRace.includes(type))).toEqual(absent);
    expect(idleDepartments(log, world.city)).toEqual([]);
  });
  it('[L3] has no broken chain', async () =>
    expect(await brokenChains(world.eventStore)).toEqual([]));
  it('[C2] [C3] has every command once', () => expect(scatteredCommands(log)).toEqual([]));
  it('[C6] [L2] says of everything who and when', () => expect(badMeta(log)).toEqual([]));
  it('[U1] [U3] commits no unit twice', () => expect(unitFaults(log)).toEqual([]));
  it('[U2] has in the incidents what the units did, each step once', () =>
    expect(uncarried(log)).toEqual([]));
  it('[T1] [T3] [T6] [T7] [T8] breaks no rule of tasks and closing', () =>
    expect(incidentFaults(log)).toEqual([]));
  it('[S4] [S5] [S6] has no stock below zero, and nothing given twice', () => {
    expect(stockFaults(log)).toEqual([]);
    expect(overReturned(log)).toEqual([]);
  });
  it('[S9] [S11] has in the incidents what the depots did, each step once', () => {
    expect(uncarriedSupplies(log)).toEqual([]);
    expect(unreceivedRequests(log)).toEqual([]);
  });
  it('[J3] [J4] [J5] loses no report, and merges without chains', () => {
    expect(reportFaults(log, states)).toEqual([]);
    expect(mergeFaults(states)).toEqual([]);
  });
  it('[P4] [T5] [T13] [G4] [U8] [W4] [E3] fires every timer once', () => {
    expect(doneTwice(log)).toEqual([]);
    expect(turnsTwice(log)).toEqual([]);
    expect(missedTimers(states, world.city, world.clock.now())).toEqual([]);
  });
  it('[P1] [F1] shows on every board what a fold of the log shows', async () => {
    const fresh = await world.database('fresh');
    expect(await differentBoards(world.pool, fresh, world.store)).toEqual([]);
  }, 300_000);
  it('refuses no process manager, and fails in none of them', async () => {
    const lines = await world.runners.lines();
    const refused = 'a process manager was refused';
    expect(lines.filter(({ msg, level }) => msg === refused || level >= 50)).toEqual([]);
  });
});
