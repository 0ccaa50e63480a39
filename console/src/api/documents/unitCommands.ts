import { graphql } from '../graphql.ts';
import { resultFields } from './result.ts';

export const dispatchUnit = graphql(
  `
    mutation DispatchUnit($command: CommandInput!, $unit: ID!, $assignment: ID!, $incident: ID!, $task: ID, $request: ID, $stack: Boolean, $recommendation: RecommendationInput, $fromReserve: Boolean, $reason: String) {
      result: dispatchUnit(command: $command, unit: $unit, assignment: $assignment, incident: $incident, task: $task, request: $request, stack: $stack, recommendation: $recommendation, fromReserve: $fromReserve, reason: $reason) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const activateAssignment = graphql(
  `
    mutation ActivateAssignment($command: CommandInput!, $unit: ID!, $assignment: ID!) {
      result: activateAssignment(command: $command, unit: $unit, assignment: $assignment) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const recordStage = graphql(
  `
    mutation RecordStage($command: CommandInput!, $unit: ID!, $assignment: ID!, $stage: Stage!) {
      result: recordStage(command: $command, unit: $unit, assignment: $assignment, stage: $stage) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const cancelAssignment = graphql(
  `
    mutation CancelAssignment($command: CommandInput!, $unit: ID!, $assignment: ID!, $reason: String!) {
      result: cancelAssignment(command: $command, unit: $unit, assignment: $assignment, reason: $reason) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const goOnDuty = graphql(
  `
    mutation GoOnDuty($command: CommandInput!, $unit: ID!) {
      result: goOnDuty(command: $command, unit: $unit) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const goOffDuty = graphql(
  `
    mutation GoOffDuty($command: CommandInput!, $unit: ID!, $reason: String!) {
      result: goOffDuty(command: $command, unit: $unit, reason: $reason) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const holdInReserve = graphql(
  `
    mutation HoldInReserve($command: CommandInput!, $unit: ID!, $reason: String!, $until: DateTime) {
      result: holdInReserve(command: $command, unit: $unit, reason: $reason, until: $until) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const releaseFromReserve = graphql(
  `
    mutation ReleaseFromReserve($command: CommandInput!, $unit: ID!, $reason: String) {
      result: releaseFromReserve(command: $command, unit: $unit, reason: $reason) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const reportPosition = graphql(
  `
    mutation ReportPosition($command: CommandInput!, $unit: ID!, $lon: Float!, $lat: Float!) {
      result: reportPosition(command: $command, unit: $unit, lon: $lon, lat: $lat) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const confirmPar = graphql(
  `
    mutation ConfirmPar($command: CommandInput!, $unit: ID!, $assignment: ID!, $persons: Int, $note: String) {
      result: confirmPar(command: $command, unit: $unit, assignment: $assignment, persons: $persons, note: $note) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const returnUnit = graphql(
  `
    mutation ReturnUnit($command: CommandInput!, $unit: ID!, $reason: String!) {
      result: returnUnit(command: $command, unit: $unit, reason: $reason) { ...ResultFields }
    }
  `,
  [resultFields],
);
