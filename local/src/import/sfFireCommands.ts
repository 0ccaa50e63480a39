import {
  type Actor,
  type CommandMeta,
  commitments,
  type IncidentCommand,
  policyActor,
  type UnitCommand,
} from '@tocsin/domain';
import {
  applicationIdOf,
  assignmentIdOf,
  commandIdOf,
  idOf,
  incidentIdOf,
  reportIdOf,
} from './ids.ts';
import type { Call } from './plan.ts';
import type { UnitStep } from './planUnit.ts';
import { cellIdOf } from './sfFireCity.ts';
import { sfCity } from './sfFireGround.ts';
import { priorityOf } from './sfFireTypes.ts';
import { unitIdOf } from './sfFireUnit.ts';

export const importActor: Actor = {
  kind: 'importer',
  id: 'importer:sf-fire',
  name: 'SF fire calls import',
};
/** Who resolves an incident may not close it, so the import closes under a second name. */
export const closingActor: Actor = {
  kind: 'importer',
  id: 'importer:sf-fire:closing',
  name: 'SF fire calls import, closing desk',
};

/** The name under which a unit's steps are carried into the incident's record, whoever does it. */
export const carryActor: Actor = policyActor(commitments);

export const iso = (at: number): string => new Date(at).toISOString();

/** Everything about one call is traced to its report. */
const correlationOf = (call: string): string => commandIdOf(call, 'report');

export const callMeta = (
  call: string,
  step: string,
  at: number,
  actor: Actor = importActor,
): CommandMeta => ({
  commandId: commandIdOf(call, step),
  actor,
  occurredAt: iso(at),
  correlationId: correlationOf(call),
});

export function reportOf({ number, row }: Call): IncidentCommand {
  const { callType, callGroup, address, lon, lat } = row;
  return {
    type: 'ReportIncident',
    data: {
      incident: incidentIdOf(number),
      city: sfCity,
      report: reportIdOf(number),
      channel: 'phone',
      what: callGroup === '' ? callType : `${callType} (${callGroup})`,
      place: {
        address,
        ...(lon === undefined || lat === undefined ? {} : { lon, lat }),
        cell: cellIdOf(row),
      },
      reporter: {},
      reference: number,
    },
  };
}

export function confirmationOf({ row }: Call): IncidentCommand {
  const priority = priorityOf(row.priority, row.finalPriority);
  const type = idOf(row.callType);
  return { type: 'ConfirmIncident', data: priority === undefined ? { type } : { type, priority } };
}

/** `version` of the run card as the city's profile has it. */
export function applicationOf({ number, row, parts }: Call, version: number): IncidentCommand {
  const application = applicationIdOf(number);
  const facts = { application, plan: idOf(row.callType), version, language: 'en' } as const;
  return { type: 'ApplyPlan', data: parts ? { ...facts, parts } : facts };
}

export function resolutionOf({ row, rows }: Call): IncidentCommand {
  const disposition = row.disposition || 'not in the source';
  const units = `${rows.length} ${rows.length === 1 ? 'unit' : 'units'}`;
  return {
    type: 'ResolveIncident',
    data: { summary: `Final disposition: ${disposition}. ${units} cleared.` },
  };
}

/** For a call whose last unit an earlier file still had under way. */
export const resolutionElsewhere: IncidentCommand = {
  type: 'ResolveIncident',
  data: { summary: 'Every unit of the call was dispatched elsewhere afterwards.' },
};

export const closing: IncidentCommand = {
  type: 'CloseIncident',
  data: { note: 'Closed by import: every unit of the call was available again.' },
};

/** Why a task that nobody answered is taken back when the call has ended. */
export const unansweredReason =
  'The call has ended, and the source has no record of what this department did.';

const inferredNote =
  'Inferred: the source has no available time; the unit was dispatched again at this time.';

export const clearedByNext = (assignment: string) =>
  ({ assignment, stage: 'cleared', note: inferredNote }) as const;

export const stepName = ({ act }: UnitStep): string =>
  act.kind === 'stage' ? act.stage : act.kind;

export const unitMeta = ({ row, occurredAt }: UnitStep, step: string): CommandMeta => ({
  commandId: commandIdOf(row.rowId, step),
  actor: importActor,
  occurredAt: iso(occurredAt),
  correlationId: correlationOf(row.call),
});

/** The request under which a row's unit goes, where its call has one for it. */
type Request = string | undefined;
const under = (request: Request) => (request === undefined ? {} : { request });

export function unitCommandOf({ row, act }: UnitStep, request: Request): UnitCommand {
  const assignment = assignmentIdOf(row.rowId);
  switch (act.kind) {
    case 'dispatch': {
      const facts = { assignment, incident: incidentIdOf(row.call), ...under(request) };
      return { type: 'DispatchUnit', data: act.stack ? { ...facts, stack: true } : facts };
    }
    case 'activate':
      return { type: 'ActivateAssignment', data: { assignment } };
    case 'stage': {
      const { stage, inferred } = act;
      const data = inferred ? clearedByNext(assignment) : { assignment, stage };
      return { type: 'RecordStage', data };
    }
  }
}

/**
 * The same that the commitments policy makes of the unit's event, so that the incident's record is
 * complete before it is closed, with or without a runner at work. Whichever comes second records
 * nothing.
 */
export function carriedOf(
  { row, act }: UnitStep,
  department: string,
  request: Request,
): IncidentCommand {
  const assignment = assignmentIdOf(row.rowId);
  const unit = unitIdOf(row.unit);
  switch (act.kind) {
    case 'dispatch': {
      const facts = { assignment, unit, callSign: row.unit, department, ...under(request) };
      return { type: 'CarryCommitment', data: { ...facts, stacked: act.stack } };
    }
    case 'activate':
      return { type: 'CarryStage', data: { assignment, unit, stage: 'dispatched' } };
    case 'stage': {
      const { stage, inferred } = act;
      const data = inferred ? clearedByNext(assignment) : { assignment, stage };
      return { type: 'CarryStage', data: { ...data, unit } };
    }
  }
}

export const carriedMeta = (step: UnitStep): CommandMeta => ({
  ...unitMeta(step, `carry-${stepName(step)}`),
  actor: carryActor,
  causationId: commandIdOf(step.row.rowId, stepName(step)),
});
