import type { LogEvent, Stage } from '@tocsin/domain';
import { difference } from './difference.ts';
import { type Log, streamsOf } from './readLog.ts';

const order: readonly Stage[] = [
  'dispatched',
  'enRoute',
  'onScene',
  'transporting',
  'atDestination',
  'cleared',
];

/** [U1] [U3] One active assignment at most at every moment, and stages only forward. */
export function unitFaults(log: Log): string[] {
  const faults: string[] = [];
  for (const [unit, events] of streamsOf(log, 'unit')) {
    let active: { assignment: string; stage: Stage } | undefined;
    for (const { type, data, revision } of events) {
      const fault = (what: string) => faults.push(`${unit}@${revision}: ${what}`);
      switch (type) {
        case 'UnitDispatched':
        case 'AssignmentActivated':
          if (active) fault(`committed twice, to ${active.assignment} and ${data.assignment}`);
          active = { assignment: data.assignment, stage: 'dispatched' };
          break;
        case 'AssignmentStageReached':
          if (active?.assignment !== data.assignment) fault('a stage of what is not active');
          else if (order.indexOf(data.stage) <= order.indexOf(active.stage)) fault('a stage back');
          active =
            data.stage === 'cleared'
              ? undefined
              : { assignment: data.assignment, stage: data.stage };
          break;
        case 'AssignmentCancelled':
          if (active?.assignment === data.assignment) active = undefined;
          break;
        default:
      }
    }
  }
  return faults;
}

/** What the incident's record must say of a unit's step; undefined for what concerns no incident. */
function stepOf({ type, data }: LogEvent): { incident: string; step: string } | undefined {
  switch (type) {
    case 'UnitDispatched':
    case 'AssignmentStacked':
      return { incident: data.incident, step: `${data.assignment} committed` };
    case 'AssignmentActivated':
      return { incident: data.incident, step: `${data.assignment} dispatched` };
    case 'AssignmentStageReached':
      return { incident: data.incident, step: `${data.assignment} ${data.stage}` };
    case 'AssignmentCancelled':
      return { incident: data.incident, step: `${data.assignment} cancelled` };
    default:
      return undefined;
  }
}

function recordedStep({ type, data }: LogEvent): string | undefined {
  switch (type) {
    case 'UnitCommitted':
      return `${data.assignment} committed`;
    case 'UnitStageRecorded':
      return `${data.assignment} ${data.stage}`;
    case 'UnitWithdrawn':
      return `${data.assignment} cancelled`;
    default:
      return undefined;
  }
}

/** [U2] What the units' streams decided and what the incidents' records say are the same, each once. */
export function uncarried(log: Log): string[] {
  const decided: string[] = [];
  const recorded: string[] = [];
  for (const [, events] of streamsOf(log, 'unit'))
    for (const event of events) {
      const found = stepOf(event);
      if (found) decided.push(`${found.incident}: ${found.step}`);
    }
  for (const [incident, events] of streamsOf(log, 'incident'))
    for (const event of events) {
      const step = recordedStep(event);
      if (step !== undefined) recorded.push(`${incident}: ${step}`);
    }
  return difference(decided, recorded);
}
