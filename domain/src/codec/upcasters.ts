import type { TocsinEvent } from '../tocsinEvent.ts';

type Data = Readonly<Record<string, unknown>>;
/** Turns the data of one schema number into the next one's. */
export type Upcaster = (data: Data) => Data;

/**
 * Every event type of the log, and the shapes in which it was stored once and is read for ever.
 * The chain for a type starts at schema 1; its length + 1 is the schema that is written today.
 */
export const upcasters: Readonly<Record<TocsinEvent['type'], readonly Upcaster[]>> = {
  CityFounded: [],
  DepartmentDefined: [],
  DistrictDefined: [],
  CellDefined: [],
  StreetDefined: [],
  IncidentTypeDefined: [],
  SubdistrictDefined: [],
  JurisdictionDefined: [],
  CapabilityDefined: [],
  ResponsibilityDefined: [],
  PlanDefined: [],
  TargetDefined: [],
  ItemDefined: [],
  DepotDefined: [],
  ShiftDefined: [],
  DefinitionWithdrawn: [],
  DeadlinesDefined: [],
  RulesDefined: [],
  PostureChanged: [],
  RosterRecorded: [],
  PersonAppointed: [],
  PersonDismissed: [],
  PasswordSet: [],
  UnitRegistered: [],
  UnitAmended: [],
  UnitRetired: [],
  UnitOnDuty: [],
  UnitOffDuty: [],
  UnitDispatched: [],
  AssignmentStacked: [],
  AssignmentActivated: [],
  AssignmentStageReached: [],
  AssignmentCancelled: [],
  StockReplenished: [],
  WarningIssued: [],
  EventScheduled: [],
  DutyTaken: [],
  IncidentReported: [],
  IncidentConfirmed: [],
  // Schema 1 knew no lead: every department merely assisted.
  TaskAssigned: [(data) => ({ ...data, part: 'assist' })],
  TaskDelivered: [],
  TaskSeen: [],
  TaskAccepted: [],
  TaskObjected: [],
  ObjectionUpheld: [],
  ObjectionRejected: [],
  TaskStarted: [],
  TaskProgressed: [],
  TaskFinished: [],
  TaskReturned: [],
  TaskVerified: [],
  TaskCancelled: [],
  TaskEscalated: [],
  UnitCommitted: [],
  UnitStageRecorded: [],
  UnitWithdrawn: [],
  PlanApplied: [],
  UnitsRequested: [],
  UnitRequestWithdrawn: [],
  ChecklistItemTicked: [],
  ChecklistItemUnticked: [],
  CommandTaken: [],
  RoleAssigned: [],
  RoleRelieved: [],
  CommandTransferred: [],
  ConsultationOpened: [],
  ConsultationJoined: [],
  DecisionRecorded: [],
  ConsultationClosed: [],
  SituationReported: [],
  AttachmentAdded: [],
  EntryStruck: [],
  FindingRecorded: [],
  ActionAssigned: [],
  ActionReported: [],
  ActionDone: [],
  ActionVerified: [],
  ActionReturned: [],
  ActionEscalated: [],
  ActionCancelled: [],
  NoteAdded: [],
  IncidentContained: [],
  IncidentResolved: [],
  IncidentClosed: [],
  IncidentReopened: [],
  IncidentCancelled: [],
};

const chainOf = (type: string): readonly Upcaster[] | undefined =>
  Object.hasOwn(upcasters, type) ? upcasters[type as TocsinEvent['type']] : undefined;

/** The schema number that is written today; 0 for a type that this version doesn't know. */
export const currentSchema = (type: string): number => (chainOf(type)?.length ?? -1) + 1;

export function upcast(type: string, schema: number, data: Data): Data {
  const chain = chainOf(type) ?? [];
  return chain.slice(schema - 1).reduce((older, up) => up(older), data);
}
