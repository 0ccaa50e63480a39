/** Why a command was not carried out. Each code has a sentence in every language at the gateway. */
export type RejectionCode =
  | 'required'
  | 'tooLong'
  | 'controlCharacters'
  | 'notANumber'
  | 'notATime'
  | 'notAnId'
  | 'outOfRange'
  | 'notOneOf'
  | 'inTheFuture'
  | 'outsideCity'
  | 'tooMany'
  | 'unknownCity'
  | 'unknownCell'
  | 'unknownDistrict'
  | 'unknownSubdistrict'
  | 'areaEmpty'
  | 'polygonTooShort'
  | 'polygonNotClosed'
  | 'unknownDepartment'
  | 'departmentTakesNoTasks'
  | 'unknownType'
  | 'unknownIncident'
  | 'unknownTask'
  | 'unknownUnit'
  | 'unknownAssignment'
  | 'unknownPerson'
  | 'unknownPlan'
  | 'unknownPlanPart'
  | 'unknownCapability'
  | 'unknownUnitRequest'
  | 'planVersion'
  | 'planNotApplied'
  | 'lacksCapability'
  | 'alreadyExists'
  | 'departmentHasTask'
  | 'leadTaken'
  | 'incidentStatus'
  | 'taskStatus'
  | 'taskClaimed'
  | 'openTasks'
  | 'committedUnits'
  | 'handlerMayNotClose'
  | 'doerMayNotVerify'
  | 'commandTaken'
  | 'commandOnlyTransferred'
  | 'nobodyInCommand'
  | 'notInCommand'
  | 'roleVacant'
  | 'holdsNoRole'
  | 'unknownConsultation'
  | 'consultationClosed'
  | 'notInvited'
  | 'alreadyInvited'
  | 'notAMediaType'
  | 'notADigest'
  | 'uriScheme'
  | 'unknownEntry'
  | 'notStrikable'
  | 'notTheAuthor'
  | 'unknownFinding'
  | 'unknownAction'
  | 'actionStatus'
  | 'doerMayNotVerifyAction'
  | 'inThePast'
  | 'commandIdReused'
  | 'revisionOfTheFuture'
  | 'unitCommitted'
  | 'unitOffDuty'
  | 'assignmentStatus'
  | 'assignmentStacked'
  | 'stageOrder'
  | 'forbidden'
  | 'unauthenticated'
  | 'wrongCredentials'
  | 'tooManyAttempts'
  | 'cursorInvalid'
  | 'cursorOfTheFuture'
  | 'positionOfTheFuture';

export interface Rejection {
  readonly rejected: RejectionCode;
  /** The input's field that is at fault, as a path: `place.lat`, `tasks[1].department`. */
  readonly field?: string;
  /** The facts that the sentence needs: limits, names, times. */
  readonly facts: Readonly<Record<string, string | number>>;
}

export const reject = (
  rejected: RejectionCode,
  facts: Rejection['facts'] = {},
  field?: string,
): Rejection => (field === undefined ? { rejected, facts } : { rejected, field, facts });

export const isRejection = (value: unknown): value is Rejection =>
  typeof value === 'object' && value !== null && 'rejected' in value;
