import { firstFault, longText, optionalTextFault, shortText, textFault } from '../check.ts';
import { canonicalJson } from '../codec/canonicalJson.ts';
import type { Decider } from '../decider.ts';
import { type Incident, isOpen } from '../incident/incident.ts';
import { type Rejection, reject } from '../rejection.ts';
import type { UnitContext } from './context.ts';
import type { CommitmentStage, Unit, UnitCommand, UnitEvent, UnitFacts } from './events.ts';
import { evolve, noUnit } from './evolve.ts';
import { andHome, decideLending } from './lending/decide.ts';
import { decidePar, nextCheck } from './par/decide.ts';
import { reportPosition } from './position/decide.ts';
import { recommendationFault } from './recommendation.ts';
import { decideReserve } from './reserve/decide.ts';
import { touches } from './touches.ts';

type Decision = readonly UnitEvent[] | Rejection;
type Of<T extends UnitCommand['type']> = Extract<UnitCommand, { type: T }>['data'];

const stages: readonly CommitmentStage[] = [
  'dispatched',
  'enRoute',
  'onScene',
  'transporting',
  'atDestination',
  'cleared',
];

/** Process managers' commands may come late: with a unit that is gone nothing is left to do. */
const fromPolicies: readonly UnitCommand['type'][] = [
  'ReleaseAssignment',
  'ExpireReserve',
  'RequestPar',
  'DeclareParOverdue',
];

const factsFault = ({ callSign, station, department }: UnitFacts): Rejection | undefined =>
  firstFault(
    textFault(callSign, 'callSign', 32),
    textFault(station, 'station', shortText),
    textFault(department, 'department', 64),
  );

function register(data: Of<'RegisterUnit'>, unit: Unit): Decision {
  if (unit.facts) return [];
  return factsFault(data) ?? [{ type: 'UnitRegistered', data }];
}

function amend(data: Of<'AmendUnit'>, facts: UnitFacts): Decision {
  if (canonicalJson(data) === canonicalJson(facts)) return [];
  return factsFault(data) ?? [{ type: 'UnitAmended', data }];
}

/** What is promised is kept: a unit goes only when nothing is under way or stacked. */
function retire(data: Of<'RetireUnit'>, unit: Unit): Decision {
  const held = unit.active ?? unit.stacked[0];
  if (held) {
    const { incident, stage } = held;
    return reject(
      'unitCommitted',
      { callSign: unit.facts?.callSign ?? '', incident, stage },
      'unit',
    );
  }
  return textFault(data.reason, 'reason', longText) ?? [{ type: 'UnitRetired', data }];
}

/** Under a request goes only what it asks for. */
function requestFault({ request }: Of<'DispatchUnit'>, unit: Unit, incident: Incident) {
  if (request === undefined) return undefined;
  const wanted = incident.unitRequests.get(request);
  if (!wanted || wanted.withdrawn) return reject('unknownUnitRequest', { request }, 'request');
  const { callSign = '', capabilities = [] } = unit.facts ?? {};
  const { capability } = wanted;
  if (capabilities.includes(capability)) return undefined;
  return reject('lacksCapability', { callSign, capability }, 'request');
}

function dispatch(data: Of<'DispatchUnit'>, unit: Unit, { incident }: UnitContext): Decision {
  if (!incident) return reject('unknownIncident', { incident: data.incident }, 'incident');
  if (!isOpen(incident)) return reject('incidentStatus', { status: incident.status }, 'incident');
  if (incident.city !== unit.facts?.city) return reject('unknownUnit', {}, 'unit');
  if (data.task !== undefined && !incident.tasks.has(data.task))
    return reject('unknownTask', { task: data.task }, 'task');
  const unfit = requestFault(data, unit, incident);
  if (unfit) return unfit;
  if (!unit.onDuty) return reject('unitOffDuty', { callSign: unit.facts.callSign }, 'unit');
  const fault = groundsFault(data, unit);
  if (fault) return fault;
  const { stack, fromReserve, ...wanted } = data;
  const { callSign, department } = unit.facts;
  const exercise = incident.exercise ? { exercise: true as const } : {};
  const reserved = unit.reserve ? { fromReserve: true as const } : {};
  const facts = { ...wanted, callSign, department, ...reserved, ...exercise };
  const held = [unit.active, ...unit.stacked].find(
    (one) => one?.incident === data.incident || one?.assignment === data.assignment,
  );
  const known = unit.ended.has(data.assignment) || incident.commitments.has(data.assignment);
  if (known || held)
    return reject(
      'alreadyExists',
      { assignment: held?.assignment ?? data.assignment },
      'assignment',
    );
  if (!unit.active) return [{ type: 'UnitDispatched', data: facts }];
  if (stack) return [{ type: 'AssignmentStacked', data: facts }];
  const { incident: other, stage } = unit.active;
  return reject('unitCommitted', { callSign: unit.facts.callSign, incident: other, stage }, 'unit');
}

/** A unit in reserve goes only where somebody says so and why. */
function groundsFault(data: Of<'DispatchUnit'>, unit: Unit): Rejection | undefined {
  const { reserve } = unit;
  const callSign = unit.facts?.callSign ?? '';
  if (reserve && !data.fromReserve)
    return reject('unitInReserve', { callSign, reason: reserve.reason }, 'unit');
  const reason = data.reason ?? '';
  return firstFault(
    reserve ? textFault(reason, 'reason', longText) : optionalTextFault(reason, 'reason', longText),
    recommendationFault(data.recommendation),
  );
}

function activate({ assignment }: Of<'ActivateAssignment'>, unit: Unit): Decision {
  if (unit.active?.assignment === assignment) return [];
  const next = unit.stacked.find((one) => one.assignment === assignment);
  if (!next) return missing(unit, assignment);
  if (!unit.onDuty) return reject('unitOffDuty', { callSign: unit.facts?.callSign ?? '' }, 'unit');
  if (unit.active) {
    const { incident, stage } = unit.active;
    const callSign = unit.facts?.callSign ?? '';
    return reject('unitCommitted', { callSign, incident, stage }, 'unit');
  }
  return [{ type: 'AssignmentActivated', data: { assignment, incident: next.incident } }];
}

function missing(unit: Unit, assignment: string): Rejection {
  if (unit.ended.has(assignment))
    return reject('assignmentStatus', { status: 'ended' }, 'assignment');
  return reject('unknownAssignment', { assignment }, 'assignment');
}

function recordStage(data: Of<'RecordStage'>, unit: Unit, context: UnitContext): Decision {
  const { active } = unit;
  const fault = optionalTextFault(data.note, 'note', longText);
  if (fault) return fault;
  if (active?.assignment !== data.assignment) {
    const waiting = unit.stacked.some((one) => one.assignment === data.assignment);
    return waiting ? reject('assignmentStacked', {}, 'assignment') : missing(unit, data.assignment);
  }
  if (active.stage === data.stage) return [];
  const reached = stages.indexOf(active.stage);
  if (stages.indexOf(data.stage) < reached)
    return reject('stageOrder', { stage: data.stage, reached: active.stage }, 'stage');
  const parDue = data.stage === 'onScene' ? nextCheck(context) : undefined;
  const asked = parDue === undefined ? {} : { parDue };
  return [
    { type: 'AssignmentStageReached', data: { ...data, incident: active.incident, ...asked } },
  ];
}

function cancel(data: Of<'CancelAssignment'>, unit: Unit): Decision {
  const fault = textFault(data.reason, 'reason', longText);
  if (fault) return fault;
  const held = [unit.active, ...unit.stacked].find((one) => one?.assignment === data.assignment);
  if (!held) return missing(unit, data.assignment);
  return [{ type: 'AssignmentCancelled', data: { ...data, incident: held.incident } }];
}

/** Those on scene are not called back by a machine: whoever commands there clears them. */
function release({ assignment, cause }: Of<'ReleaseAssignment'>, unit: Unit): Decision {
  const held = [unit.active, ...unit.stacked].find((one) => one?.assignment === assignment);
  if (!held || stages.indexOf(held.stage) > stages.indexOf('enRoute')) return [];
  const { incident } = held;
  return [{ type: 'AssignmentCancelled', data: { assignment, incident, reason: '', cause } }];
}

function offDuty(data: Of<'GoOffDuty'>, unit: Unit): Decision {
  if (!unit.onDuty) return [];
  if (unit.active) {
    const { incident, stage } = unit.active;
    const callSign = unit.facts?.callSign ?? '';
    return reject('unitCommitted', { callSign, incident, stage }, 'unit');
  }
  return textFault(data.reason, 'reason', longText) ?? [{ type: 'UnitOffDuty', data }];
}

function decide(command: UnitCommand, unit: Unit, context: UnitContext): Decision {
  if (command.type === 'RegisterUnit') return register(command.data, unit);
  if (command.type === 'LendUnit' || command.type === 'ReturnUnit')
    return decideLending(command, unit);
  if (!unit.facts)
    return fromPolicies.includes(command.type) ? [] : reject('unknownUnit', {}, 'unit');
  switch (command.type) {
    case 'AmendUnit':
      return amend(command.data, unit.facts);
    case 'RetireUnit':
      return retire(command.data, unit);
    case 'GoOnDuty':
      return unit.onDuty ? [] : [{ type: 'UnitOnDuty', data: {} }];
    case 'GoOffDuty':
      return offDuty(command.data, unit);
    case 'DispatchUnit':
      return dispatch(command.data, unit, context);
    case 'ActivateAssignment':
      return activate(command.data, unit);
    case 'RecordStage':
      return recordStage(command.data, unit, context);
    case 'CancelAssignment':
      return cancel(command.data, unit);
    case 'ReleaseAssignment':
      return release(command.data, unit);
    case 'ReportPosition':
      return reportPosition(command.data, unit, context);
    case 'HoldInReserve':
    case 'ReleaseFromReserve':
    case 'ExpireReserve':
      return decideReserve(command, unit, context);
    case 'RequestPar':
    case 'DeclareParOverdue':
    case 'ConfirmPar':
      return decidePar(command, unit, context);
  }
}

/** An assignment's events are an exercise when its incident is one. */
function exercise(unit: Unit, { data }: UnitEvent): boolean {
  if (!('assignment' in data)) return false;
  if ('exercise' in data) return data.exercise ?? false;
  const held = [unit.active, ...unit.stacked].find((one) => one?.assignment === data.assignment);
  return held?.exercise ?? false;
}

/** The boundary that forbids committing a unit twice: one active assignment, decided in one stream. */
export const unitDecider: Decider<Unit, UnitCommand, UnitEvent, UnitContext> = {
  initial: noUnit,
  evolve,
  decide: (command, unit, context) => andHome(decide(command, unit, context), unit),
  touches,
  exercise,
};
