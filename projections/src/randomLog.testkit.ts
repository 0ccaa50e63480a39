import { derivedId, type IncidentCommand, type Stage, type TocsinEvent } from '@tocsin/domain';
import fc from 'fast-check';
import { MemoryLog } from './memoryLog.testkit.ts';

export const uuid = (...parts: readonly (string | number)[]): string =>
  derivedId(...parts.map(String));
export const incidentId = (n: number): string => uuid('incident', n);
const people = ['li', 'wang', 'zhao', 'chen'];
const departments = ['fire', 'police', 'gas'];
const stages = ['dispatched', 'enRoute', 'onScene', 'cleared'] as const satisfies readonly Stage[];

/** What a step says, in small numbers; what they mean depends on its kind. */
interface Step {
  readonly incident: number;
  readonly kind: number;
  readonly task: number;
  readonly who: number;
}

const stepArbitrary: fc.Arbitrary<Step> = fc.record({
  incident: fc.nat(3),
  kind: fc.nat(33),
  task: fc.nat(3),
  who: fc.nat(3),
});

function commandOf({ incident, kind, task: n }: Step, at: number): IncidentCommand {
  const task = uuid('task', incident, n);
  const assignment = uuid('assignment', incident, n);
  const unit = `xinghe.E${n}`;
  const department = departments[n % 3] ?? 'fire';
  const stage = stages[at % stages.length] ?? 'enRoute';
  const commitment = { assignment, unit, callSign: `E${n}`, department, stacked: n === 2 };
  const finding = uuid('finding', incident);
  const action = uuid('action', incident, n);
  const dueBy = '2026-04-01T08:00:00.000Z';
  const commands: readonly IncidentCommand[] = [
    { type: 'ConfirmIncident', data: { type: 'gas-leak' } },
    {
      type: 'AssignTasks',
      data: {
        tasks: [
          { task, department, part: n === 0 ? 'lead' : 'assist', instruction: '关闭阀门 "now"\\' },
        ],
      },
    },
    { type: 'RecordDelivery', data: { task } },
    { type: 'RecordSeen', data: { task } },
    { type: 'AcceptTask', data: { task } },
    { type: 'ObjectToTask', data: { task, reason: 'Not ours.\nReally.' } },
    { type: 'UpholdObjection', data: { task, note: 'Right.' } },
    { type: 'RejectObjection', data: { task, reason: 'It is.' } },
    { type: 'StartTask', data: { task } },
    { type: 'ReportProgress', data: { task, note: 'Half.' } },
    { type: 'FinishTask', data: { task, note: 'Done.' } },
    { type: 'ReturnTask', data: { task, reason: 'Again.' } },
    { type: 'VerifyTask', data: { task } },
    { type: 'CancelTask', data: { task, reason: 'Not needed.' } },
    { type: 'CarryCommitment', data: commitment },
    { type: 'CarryStage', data: { assignment, unit, stage } },
    { type: 'CarryWithdrawal', data: { assignment, unit, reason: 'Elsewhere.' } },
    { type: 'AddNote', data: { note: uuid('note', at), text: 'Smoke.' } },
    { type: 'MarkContained', data: {} },
    { type: 'ResolveIncident', data: { summary: 'Over.' } },
    { type: 'CloseIncident', data: { note: '' } },
    { type: 'ReopenIncident', data: { reason: 'It burns again.' } },
    { type: 'CancelIncident', data: { reason: 'false', note: 'Nobody there.' } },
    { type: 'AcceptTask', data: { task } },
    { type: 'EscalateTask', data: { task, step: 1, deadline: '2026-03-01T08:01:00.000Z' } },
    { type: 'RecordFinding', data: { finding, text: 'No key.' } },
    { type: 'AssignAction', data: { action, finding, department, text: 'A key.', dueBy } },
    { type: 'ReportAction', data: { action, note: 'Ordered.' } },
    { type: 'FinishAction', data: { action, note: 'Hangs there.' } },
    { type: 'VerifyAction', data: { action } },
    { type: 'ReturnAction', data: { action, reason: 'Where?' } },
    { type: 'CancelAction', data: { action, reason: 'Moot.' } },
    { type: 'EscalateAction', data: { action, step: 1, deadline: dueBy } },
    { type: 'StrikeEntry', data: { revision: at % 30, reason: 'Wrong.' } },
  ];
  return commands[kind] ?? { type: 'AddNote', data: { note: uuid('note', at), text: 'Smoke.' } };
}

/** A unit's whole turn, one event a step. */
function unitEvent(step: number): TocsinEvent {
  const turn = Math.floor(step / 3);
  const assignment = uuid('turn', turn);
  const incident = incidentId(turn % 4);
  switch (step % 3) {
    case 0:
      return {
        type: 'UnitDispatched',
        data: { assignment, incident, callSign: 'E1', department: 'fire' },
      };
    case 1:
      return { type: 'AssignmentStageReached', data: { assignment, incident, stage: 'enRoute' } };
    default:
      return { type: 'AssignmentStageReached', data: { assignment, incident, stage: 'cleared' } };
  }
}

const unitFacts = {
  unit: 'xinghe.E1',
  city: 'xinghe',
  callSign: 'E1',
  department: 'fire',
  kind: 'engine',
  name: { zh: '一号车', en: 'Engine 1' },
  capabilities: ['water'],
  station: 'Central',
};

/**
 * The log that comes of trying the steps one after the other: what is refused leaves no event.
 *
 * @param beside what else happens at each step
 */
export function logOf(
  steps: readonly Step[],
  beside: (log: MemoryLog, at: number) => void = () => undefined,
): MemoryLog {
  const log = new MemoryLog();
  const actor = { kind: 'person', name: '', id: '' } as const;
  let turns = 0;
  log.append('unit-xinghe.E1', { type: 'UnitRegistered', data: unitFacts });
  for (const [at, step] of steps.entries()) {
    const id = incidentId(step.incident);
    const report = {
      incident: id,
      city: 'xinghe',
      report: uuid('report', at),
      channel: 'phone' as const,
      what: 'Smell of gas',
      place: { address: 'Lake Road 8', lon: 0.5, lat: 0.5 },
      reporter: {},
    };
    const who = people[step.who] ?? 'li';
    const meta = { commandId: uuid('command', at), actor: { ...actor, id: who, name: who } };
    if (!log.state(id)) log.incident(id, { type: 'ReportIncident', data: report }, meta);
    else log.incident(id, commandOf(step, at), meta);
    if (step.kind % 5 === 0) log.append('unit-xinghe.E1', unitEvent(turns++));
    beside(log, at);
  }
  return log;
}

export const stepsArbitrary = fc.array(stepArbitrary, { minLength: 1, maxLength: 150 });

export const logArbitrary: fc.Arbitrary<MemoryLog> = stepsArbitrary.map((steps) => logOf(steps));
