import type { IncidentEvent, Stored } from '@tocsin/domain';
import type { IncidentRow } from '../queries/rows.ts';
import { rowFacts } from '../rowFacts.ts';
import { isOfTask } from '../streams.ts';
import { rowJudgement } from './rowJudgement.ts';
import { linkedReports, rowMerge } from './rowReports.ts';
import { rowTasks } from './rowTasks.ts';
import { rowUnits } from './rowUnits.ts';

/** Closed, cancelled and merged incidents leave the board. */
export const isOnIncidentBoard = ({ status }: IncidentRow): boolean =>
  status !== 'closed' && status !== 'cancelled' && status !== 'merged';

/**
 * The incident's row after an event.
 *
 * @param number the incident's number, when the event is its first; else unused
 * @throws when the event is not the incident's first and there is no row
 */
export function projectIncident(
  row: IncidentRow | undefined,
  event: Stored<IncidentEvent>,
  number: number,
): IncidentRow {
  const { by, at, revision, position } = rowFacts(event);
  const last = { type: event.type, by, at };
  if (event.type === 'IncidentReported' && !row) {
    return { ...report(event, number), last, revision, position };
  }
  if (!row) throw new Error(`There is no incident row for ${event.type} of ${event.stream}.`);
  return { ...row, ...changes(row, event), last, revision, position };
}

type Reported = Omit<IncidentRow, 'last' | 'revision' | 'position'>;

function report(
  event: Extract<Stored<IncidentEvent>, { type: 'IncidentReported' }>,
  number: number,
): Reported {
  const { data, meta } = event;
  return {
    id: data.incident,
    city: data.city,
    number,
    ...(data.reference === undefined ? {} : { reference: data.reference }),
    status: 'reported',
    what: data.what,
    channel: data.channel,
    place: data.place,
    ...(data.kind === undefined ? {} : { kind: data.kind }),
    ...(data.receivedAt === undefined ? {} : { receivedAt: data.receivedAt }),
    ...(data.answeredAt === undefined ? {} : { answeredAt: data.answeredAt }),
    exercise: data.exercise,
    reportedBy: rowFacts(event).by,
    reportedAt: meta.occurredAt,
    recordedAt: meta.recordedAt,
    tasks: [],
    units: [],
  };
}

/** What the event changes in the row; undefined takes a value out of it. */
function changes(row: IncidentRow, event: Stored<IncidentEvent>): Partial<IncidentRow> | undefined {
  const { by, at } = rowFacts(event);
  if (isOfTask(event)) {
    const tasks = rowTasks(row.tasks, event);
    return event.type === 'TaskAccepted' ? { tasks, status: answered(row) } : { tasks };
  }
  switch (event.type) {
    case 'IncidentReported':
    case 'AbsorptionRefused':
    case 'NoteAdded':
    case 'PlanApplied':
    case 'UnitsRequested':
    case 'UnitRequestWithdrawn':
    case 'ChecklistItemTicked':
    case 'ChecklistItemUnticked':
    case 'SupplyRequested':
    case 'SupplyRequestCancelled':
    case 'SupplyRequestEnded':
    case 'SupplyRequestDeclined':
    case 'SupplyCommitted':
    case 'SupplyReleased':
    case 'SupplyIssued':
    case 'SupplyReturned':
    case 'SupplyConsumed':
    case 'MutualAidRequested':
    case 'MutualAidAnswered':
    case 'MutualAidEnded':
      return undefined;
    case 'IncidentConfirmed': {
      const status = row.units.length > 0 ? 'responding' : 'confirmed';
      return { ...event.data, status, confirmedAt: at };
    }
    case 'ReportLinked':
    case 'ReportUnlinked':
      return linkedReports(row, event);
    case 'IncidentJudged':
    case 'ResponsibilityAssigned':
    case 'IncidentRaised':
    case 'IncidentHandedDown':
    case 'ResponseLevelSet':
      return rowJudgement(event);
    case 'IncidentMerged':
    case 'MergeUndone':
    case 'IncidentAbsorbed':
    case 'IncidentSplitOff':
      return rowMerge(row, event);
    case 'UnitCommitted':
      return { units: rowUnits(row.units, event), status: answered(row) };
    case 'UnitStageRecorded':
    case 'UnitWithdrawn':
    case 'UnitParRecorded':
      return { units: rowUnits(row.units, event) };
    case 'IncidentContained':
      return { status: 'contained' };
    case 'IncidentResolved':
      return { status: 'resolved', resolvedAt: at, resolvedBy: by };
    case 'IncidentClosed':
      return { status: 'closed', closedAt: at };
    case 'IncidentReopened':
      return {
        status: row.confirmedAt === undefined ? 'reported' : 'responding',
        resolvedAt: undefined,
        resolvedBy: undefined,
        closedAt: undefined,
        cancelReason: undefined,
      };
    case 'IncidentCancelled':
      return { status: 'cancelled', cancelReason: event.data.reason };
    default:
      return undefined;
  }
}

/** The first acceptance or unit turns a confirmed incident into one that is responded to. */
const answered = ({ status }: IncidentRow): IncidentRow['status'] =>
  status === 'confirmed' ? 'responding' : status;
