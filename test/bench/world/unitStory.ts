import { randomUUID } from 'node:crypto';
import {
  commitments,
  derivedId,
  type EncodedEvent,
  policyActor,
  type UnitEvent,
  type UnitFacts,
} from '@tocsin/domain';
import { profile } from './city.ts';
import { Recording } from './record.ts';

const actor = policyActor(commitments);

export interface UnitStream {
  readonly facts: UnitFacts;
  readonly recording: Recording;
}

/** A new unit of the bench's city, registered and on duty. */
export function tellUnit(number: number): UnitStream {
  const callSign = `E${number}`;
  const unit = `${profile.id}.${callSign}`;
  const facts: UnitFacts = {
    unit,
    city: profile.id,
    callSign,
    department: 'fire',
    kind: 'engine',
    name: { en: `Engine ${number}`, zh: `${number}号消防车` },
    capabilities: ['fire', 'first-aid'],
    station: `Station ${(number % 20) + 1}`,
  };
  const recording = new Recording(`unit-${unit}`);
  recording.add({ type: 'UnitRegistered', data: facts });
  recording.add({ type: 'UnitOnDuty', data: {} });
  return { facts, recording };
}

/** What the commitments policy does because of a unit's event, under the id that it would use. */
const because = (cause: EncodedEvent, command: { type: string; data: object }) => ({
  actor,
  command,
  commandId: derivedId('commitments', cause.id),
  causationId: cause.id,
});

/** A unit's assignment from dispatch to clearing, in its own stream and carried into the incident's. */
export function sendUnit(incident: Recording, id: string, { facts, recording }: UnitStream): void {
  const { unit, callSign, department } = facts;
  const assignment = randomUUID();
  const dispatched = recording.add({
    type: 'UnitDispatched',
    data: { assignment, incident: id, callSign, department },
  });
  const carried = { assignment, callSign, department, unit, stacked: false };
  incident.add(
    { type: 'UnitCommitted', data: carried },
    because(dispatched, { type: 'CarryCommitment', data: carried }),
  );
  for (const stage of ['enRoute', 'onScene', 'cleared'] as const) {
    const event: UnitEvent = {
      type: 'AssignmentStageReached',
      data: { assignment, incident: id, stage },
    };
    const reached = recording.add(event);
    const data = { assignment, stage, unit };
    incident.add(
      { type: 'UnitStageRecorded', data },
      because(reached, { type: 'CarryStage', data }),
    );
  }
}
