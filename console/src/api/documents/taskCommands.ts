import { graphql } from '../graphql.ts';
import { resultFields } from './result.ts';

export const assignTasks = graphql(
  `
    mutation AssignTasks($command: CommandInput!, $incident: ID!, $tasks: [NewTaskInput!]!) {
      result: assignTasks(command: $command, incident: $incident, tasks: $tasks) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const recordDelivery = graphql(
  `
    mutation RecordDelivery($command: CommandInput!, $incident: ID!, $task: ID!) {
      result: recordDelivery(command: $command, incident: $incident, task: $task) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const recordSeen = graphql(
  `
    mutation RecordSeen($command: CommandInput!, $incident: ID!, $task: ID!) {
      result: recordSeen(command: $command, incident: $incident, task: $task) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const acceptTask = graphql(
  `
    mutation AcceptTask($command: CommandInput!, $incident: ID!, $task: ID!) {
      result: acceptTask(command: $command, incident: $incident, task: $task) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const objectToTask = graphql(
  `
    mutation ObjectToTask($command: CommandInput!, $incident: ID!, $task: ID!, $reason: String!) {
      result: objectToTask(command: $command, incident: $incident, task: $task, reason: $reason) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const upholdObjection = graphql(
  `
    mutation UpholdObjection($command: CommandInput!, $incident: ID!, $task: ID!, $note: String!, $next: ID) {
      result: upholdObjection(command: $command, incident: $incident, task: $task, note: $note, next: $next) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const rejectObjection = graphql(
  `
    mutation RejectObjection($command: CommandInput!, $incident: ID!, $task: ID!, $reason: String!) {
      result: rejectObjection(command: $command, incident: $incident, task: $task, reason: $reason) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const startTask = graphql(
  `
    mutation StartTask($command: CommandInput!, $incident: ID!, $task: ID!) {
      result: startTask(command: $command, incident: $incident, task: $task) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const reportProgress = graphql(
  `
    mutation ReportProgress($command: CommandInput!, $incident: ID!, $task: ID!, $note: String!) {
      result: reportProgress(command: $command, incident: $incident, task: $task, note: $note) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const finishTask = graphql(
  `
    mutation FinishTask($command: CommandInput!, $incident: ID!, $task: ID!, $note: String!) {
      result: finishTask(command: $command, incident: $incident, task: $task, note: $note) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const returnTask = graphql(
  `
    mutation ReturnTask($command: CommandInput!, $incident: ID!, $task: ID!, $reason: String!) {
      result: returnTask(command: $command, incident: $incident, task: $task, reason: $reason) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const verifyTask = graphql(
  `
    mutation VerifyTask($command: CommandInput!, $incident: ID!, $task: ID!) {
      result: verifyTask(command: $command, incident: $incident, task: $task) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const cancelTask = graphql(
  `
    mutation CancelTask($command: CommandInput!, $incident: ID!, $task: ID!, $reason: String!) {
      result: cancelTask(command: $command, incident: $incident, task: $task, reason: $reason) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const reassignTask = graphql(
  `
    mutation ReassignTask($command: CommandInput!, $incident: ID!, $task: ID!, $department: ID!, $reason: String!) {
      result: reassignTask(command: $command, incident: $incident, task: $task, department: $department, reason: $reason) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const changeTaskDeadlines = graphql(
  `
    mutation ChangeTaskDeadlines($command: CommandInput!, $incident: ID!, $task: ID!, $finishBy: String!, $reason: String!) {
      result: changeTaskDeadlines(command: $command, incident: $incident, task: $task, finishBy: $finishBy, reason: $reason) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const urgeTask = graphql(
  `
    mutation UrgeTask($command: CommandInput!, $incident: ID!, $task: ID!, $text: String!) {
      result: urgeTask(command: $command, incident: $incident, task: $task, text: $text) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const transferLead = graphql(
  `
    mutation TransferLead($command: CommandInput!, $incident: ID!, $task: ID!, $reason: String!) {
      result: transferLead(command: $command, incident: $incident, task: $task, reason: $reason) { ...ResultFields }
    }
  `,
  [resultFields],
);
