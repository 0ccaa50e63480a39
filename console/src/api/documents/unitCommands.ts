import { graphql } from '../graphql.ts';
import { resultFields } from './result.ts';

export const dispatchUnit = graphql(
  `
    mutation DispatchUnit($command: CommandInput!, $unit: ID!, $assignment: ID!, $incident: ID!, $task: ID, $request: ID, $stack: Boolean) {
      result: dispatchUnit(command: $command, unit: $unit, assignment: $assignment, incident: $incident, task: $task, request: $request, stack: $stack) { ...ResultFields }
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
