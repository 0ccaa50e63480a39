import type { Assignment, CommandMeta, Incident, UnitFacts } from '@tocsin/domain';
import type { Desk } from './desk.ts';
import { finishIncident } from './finishIncident.ts';
import { assignmentIdOf, commandIdOf } from './ids.ts';
import {
  carryActor,
  clearedByNext,
  importActor,
  iso,
  resolutionElsewhere,
} from './sfFireCommands.ts';
import type { SfFireRow } from './sfFireRow.ts';

export interface Enlistment {
  readonly line: number;
  readonly unit: UnitFacts;
  /** The unit's first row in the file. */
  readonly first: SfFireRow;
  /** The assignments that this file has for the unit. */
  readonly own: ReadonlySet<string>;
}

/** The call's number, if the assignment came from an earlier file of this kind. */
function importedCall({ assignment }: Assignment, callSign: string, incident: Incident) {
  const { reference } = incident;
  if (reference === undefined) return undefined;
  return assignmentIdOf(`${reference}-${callSign}`) === assignment ? reference : undefined;
}

/**
 * An earlier file may end before the unit was available again. Its next dispatch, in this file,
 * shows that it was.
 */
async function freeFromEarlierFile(desk: Desk, { line, unit, first, own }: Enlistment) {
  const { store, persist } = desk;
  const active = (await persist(() => store.readUnit(unit.unit)))?.state.active;
  if (!active || own.has(active.assignment)) return;
  const found = await persist(() => store.readIncident(active.incident));
  const call = found && importedCall(active, unit.callSign, found.state);
  if (!found || call === undefined) return;
  const { assignment, incident } = active;
  const reached = Object.values(active.reached).map((at) => Date.parse(at));
  const at = Math.max(first.dispatch, ...reached);
  const meta = (step: string): CommandMeta => ({
    commandId: commandIdOf(assignment, step),
    actor: importActor,
    occurredAt: iso(at),
  });
  const stage = clearedByNext(assignment);
  const freed = await desk.unit(
    line,
    unit.unit,
    { type: 'RecordStage', data: stage },
    meta('freed'),
  );
  if (!freed) return;
  desk.tally.freed += 1;
  const carried = { type: 'CarryStage', data: { ...stage, unit: unit.unit } } as const;
  await desk.incident(line, incident, carried, { ...meta('carry-freed'), actor: carryActor });
  const given = [...found.state.tasks.values()].filter(
    ({ assigned }) => assigned.by.id === importActor.id,
  );
  const tasks = given.map(({ id }) => id);
  await finishIncident(desk, { line, incident, call, tasks, resolution: resolutionElsewhere, at });
}

/** Registers a unit at its first dispatch in the file and puts it on duty. */
export async function enlistUnit(desk: Desk, enlistment: Enlistment): Promise<void> {
  const { line, unit, first } = enlistment;
  const meta = (commandId: string): CommandMeta => ({
    commandId,
    actor: importActor,
    occurredAt: iso(first.dispatch),
  });
  const register = meta(commandIdOf(unit.callSign, 'register'));
  const known = await desk.persist(() => desk.store.readUnit(unit.unit));
  if (!known) await desk.unit(line, unit.unit, { type: 'RegisterUnit', data: unit }, register);
  const facts = known?.state.facts;
  if (facts && unit.capabilities.some((one) => !facts.capabilities.includes(one))) {
    const capabilities = [...new Set([...facts.capabilities, ...unit.capabilities])];
    const amended = meta(commandIdOf(unit.callSign, 'amend', capabilities.join(',')));
    const data = { ...facts, capabilities };
    await desk.unit(line, unit.unit, { type: 'AmendUnit', data }, amended);
  }
  const onDuty = meta(commandIdOf(unit.callSign, 'on-duty', first.rowId));
  if (!known?.state.onDuty)
    await desk.unit(line, unit.unit, { type: 'GoOnDuty', data: {} }, onDuty);
  await freeFromEarlierFile(desk, enlistment);
}
