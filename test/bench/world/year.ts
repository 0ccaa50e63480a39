import {
  derivedId,
  type IncidentEvent,
  type LogEvent,
  position,
  revision,
  type TocsinEvent,
} from '@tocsin/domain';
import { dispatcher } from './person.ts';
import { seeded } from './random.ts';

export const yearCity = 'bench';
export const year = { from: '2025-01-01T00:00:00.000Z', to: '2026-01-01T00:00:00.000Z' };
const yearMs = Date.parse(year.to) - Date.parse(year.from);
/** Events of an incident, on average: what the number of incidents is made of. */
const eventsAnIncident = 24;

const departments = ['fire', 'health', 'police', 'gas', 'power'];
const types = Array.from({ length: 40 }, (_, at) => `type-${at}`);
const cells = Array.from({ length: 120 }, (_, at) => ({
  cell: `cell-${at}`,
  district: `district-${at % 12}`,
}));
const units = Array.from({ length: 300 }, (_, at) => ({
  unit: `${yearCity}.U${at}`,
  callSign: `U${at}`,
  department: departments[at % departments.length] ?? '',
  station: `station-${at % 60}`,
}));

/** A log in memory: its events carry what the projections look at. */
class Teller {
  events: LogEvent[] = [];
  #position = 0n;
  readonly #revisions = new Map<string, bigint>();

  tell(stream: string, at: number, event: TocsinEvent): void {
    const next = (this.#revisions.get(stream) ?? -1n) + 1n;
    this.#revisions.set(stream, next);
    this.#position += 600n;
    const id = `${stream}-${next}`;
    const occurredAt = new Date(at).toISOString();
    const meta = {
      ...{ commandId: id, commandDigest: '', correlationId: id, causationId: id },
      ...{ actor: dispatcher, occurredAt, recordedAt: occurredAt, schema: 1, exercise: false },
      ...{ previousHash: '', hash: '' },
    };
    const place = { id, stream, revision: revision(next), position: position(this.#position) };
    this.events.push({ ...event, ...place, meta } as LogEvent);
  }

  forget(stream: string): void {
    this.#revisions.delete(stream);
  }
}

/** Seconds around a middle, with a long tail, as response times have. */
const around = (random: () => number, middle: number): number =>
  Math.round(middle * (0.5 + random()) * (random() < 0.05 ? 4 : 1) * 1000);

const oneOf = <T>(random: () => number, among: readonly T[]): T => {
  const found = among[Math.floor(random() * among.length)];
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
};

interface Scene {
  readonly random: () => number;
  readonly tell: (at: number, event: IncidentEvent) => void;
  readonly name: (...what: readonly (string | number)[]) => string;
}

/** A unit's whole assignment; one in twenty is withdrawn, one in thirty leaves a stage out. */
function sendUnit({ random, tell, name }: Scene, at: number, which: number): number {
  const { unit, callSign, department } = oneOf(random, units);
  const assignment = name('unit', which);
  const stage = (time: number, reached: 'enRoute' | 'onScene' | 'transporting' | 'cleared') =>
    tell(time, { type: 'UnitStageRecorded', data: { assignment, unit, stage: reached } });
  const data = { assignment, unit, callSign, department, stacked: false };
  tell(at, { type: 'UnitCommitted', data });
  const enRoute = at + around(random, 60);
  if (random() > 1 / 30) stage(enRoute, 'enRoute');
  if (random() < 0.05) {
    const end = enRoute + 60_000;
    tell(end, { type: 'UnitWithdrawn', data: { assignment, unit, reason: 'Not needed.' } });
    return end;
  }
  const onScene = enRoute + around(random, 240);
  stage(onScene, 'onScene');
  const left = onScene + around(random, 1_200);
  if (random() < 0.3) stage(left, 'transporting');
  const cleared = left + around(random, 900);
  stage(cleared, 'cleared');
  return cleared;
}

function giveTask({ random, tell, name }: Scene, at: number, which: number): number {
  const task = name('task', which);
  const department = oneOf(random, departments);
  const due = (seconds: number) => new Date(at + seconds * 1000).toISOString();
  const deadlines = { acknowledgeBy: due(120), finishBy: due(3_600) };
  const part = which === 0 ? 'lead' : 'assist';
  const data = { task, department, part, instruction: 'Go there.', ...deadlines } as const;
  tell(at, { type: 'TaskAssigned', data });
  const accepted = at + around(random, 50);
  tell(at + 1_000, { type: 'TaskDelivered', data: { task } });
  tell(accepted, { type: 'TaskSeen', data: { task } });
  tell(accepted, { type: 'TaskAccepted', data: { task } });
  const done = accepted + around(random, 1_500);
  tell(accepted + 60_000, { type: 'TaskStarted', data: { task } });
  tell(done, { type: 'TaskFinished', data: { task, note: 'Done.' } });
  tell(done + 60_000, { type: 'TaskVerified', data: { task } });
  return done;
}

function tellIncident(scene: Scene, id: string, begun: number): void {
  const { random, tell, name } = scene;
  const ms = (seconds: number) => around(random, seconds);
  const answered = begun + ms(8);
  const place = { address: 'A street', ...oneOf(random, cells) };
  const data = {
    ...{ incident: id, city: yearCity, report: name('report'), what: 'Smoke', place },
    channel: 'phone',
    ...{ reporter: {}, exercise: random() < 0.01 },
    ...{ receivedAt: new Date(begun).toISOString(), answeredAt: new Date(answered).toISOString() },
  } as const;
  tell(answered + 10_000, { type: 'IncidentReported', data });
  const confirmed = answered + 10_000 + ms(20);
  const judged = { class: 'accidentDisaster', grade: 4, priority: 3 } as const;
  tell(confirmed, { type: 'IncidentConfirmed', data: { type: oneOf(random, types), ...judged } });
  const ends = [confirmed];
  for (let which = 0; which < (random() < 0.6 ? 2 : 3); which += 1)
    ends.push(sendUnit(scene, confirmed + ms(10), which));
  if (random() < 0.8) ends.push(giveTask(scene, confirmed + ms(15), 0));
  for (let note = 0; note < 4; note += 1)
    tell(confirmed + note * 60_000, {
      type: 'NoteAdded',
      data: { note: name('note', note), text: 'Smoke from the second floor.' },
    });
  const last = Math.max(...ends) + 60_000;
  tell(last, { type: 'IncidentResolved', data: { summary: 'Over.' } });
  tell(last + 60_000, { type: 'IncidentClosed', data: { note: 'Checked.' } });
}

/**
 * A year of a large city, in batches, incident after incident: some `count` events. The same events
 * each time.
 *
 * @param told called after each batch with how many there are so far
 */
export function* yearOf(
  count: number,
  told: (events: number) => void,
): Generator<readonly LogEvent[]> {
  const random = seeded(6);
  const teller = new Teller();
  for (const { station, ...facts } of units) {
    const data = {
      ...{ ...facts, station, city: yearCity, kind: 'engine' },
      ...{ name: { zh: facts.callSign, en: facts.callSign }, capabilities: [] },
    };
    teller.tell(`unit-${facts.unit}`, Date.parse(year.from), { type: 'UnitRegistered', data });
  }
  const incidents = Math.ceil(count / eventsAnIncident);
  let made = 0;
  for (let number = 0; made + teller.events.length < count; number += 1) {
    const begun = Date.parse(year.from) + Math.floor((number / incidents) * yearMs * 0.999);
    const id = derivedId('year', String(number));
    const stream = `incident-${id}`;
    const tell = (at: number, event: IncidentEvent) => teller.tell(stream, at, event);
    const name = (...what: readonly (string | number)[]) =>
      derivedId('year', String(number), ...what.map(String));
    tellIncident({ random, tell, name }, id, begun);
    teller.forget(stream);
    if (teller.events.length < 4_000) continue;
    made += teller.events.length;
    yield teller.events;
    teller.events = [];
    told(made);
  }
  yield teller.events;
  told(made + teller.events.length);
}
