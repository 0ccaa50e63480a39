import { randomUUID } from 'node:crypto';
import type { EventStoreDBClient } from '@eventstore/db-client';
import { tellIncident } from './incidentStory.ts';
import { seeded } from './random.ts';
import { appendRecorded, Recording } from './record.ts';
import { tellUnit } from './unitStory.ts';

const writers = 8;
const unitsEach = 25;
const shareLeftOpen = 0.2;

/**
 * Fills the log with incidents, each with three tasks and two units, as if they had been handled,
 * until at least `wanted` events are in it. How many were appended.
 *
 * @param mostOpen how many may be left open; without it one of five is
 */
export async function fillLog(
  client: EventStoreDBClient,
  wanted: number,
  told: (events: number) => void,
  mostOpen?: number,
): Promise<number> {
  let events = 0;
  let incidents = 0;
  let next = wanted / 10;
  const append = async (recording: Recording): Promise<void> => {
    const appended = await appendRecorded(client, recording);
    events += appended;
    if (events < next) return;
    told(events);
    next += wanted / 10;
  };
  const write = async (writer: number): Promise<void> => {
    const random = seeded(writer);
    const units = Array.from({ length: unitsEach }, (_, at) =>
      tellUnit(writer * unitsEach + at + 1),
    );
    for (const { recording } of units) await append(recording);
    for (let turn = 0; events < wanted; turn += 1) {
      incidents += 1;
      const id = randomUUID();
      const recording = new Recording(`incident-${id}`);
      const sent = [units[(2 * turn) % unitsEach], units[(2 * turn + 1) % unitsEach]];
      const going = sent.filter((unit) => unit !== undefined);
      const leftOpen = mostOpen === undefined ? random() < shareLeftOpen : incidents <= mostOpen;
      tellIncident(recording, id, incidents, going, leftOpen);
      for (const unit of going) await append(unit.recording);
      await append(recording);
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  return events;
}
