import { graphql } from '../graphql.ts';
import { evidenceFields } from './fragments.ts';
import { resultFields } from './result.ts';

export const recordFinding = graphql(
  `
    mutation RecordFinding($command: CommandInput!, $incident: ID!, $finding: ID!, $text: String!, $severity: Severity) {
      result: recordFinding(command: $command, incident: $incident, finding: $finding, text: $text, severity: $severity) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const assignAction = graphql(
  `
    mutation AssignAction($command: CommandInput!, $incident: ID!, $assign: AssignActionInput!) {
      result: assignAction(command: $command, incident: $incident, assign: $assign) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const reportAction = graphql(
  `
    mutation ReportAction($command: CommandInput!, $incident: ID!, $action: ID!, $note: String!) {
      result: reportAction(command: $command, incident: $incident, action: $action, note: $note) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const finishAction = graphql(
  `
    mutation FinishAction($command: CommandInput!, $incident: ID!, $action: ID!, $note: String!) {
      result: finishAction(command: $command, incident: $incident, action: $action, note: $note) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const verifyAction = graphql(
  `
    mutation VerifyAction($command: CommandInput!, $incident: ID!, $action: ID!) {
      result: verifyAction(command: $command, incident: $incident, action: $action) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const returnAction = graphql(
  `
    mutation ReturnAction($command: CommandInput!, $incident: ID!, $action: ID!, $reason: String!, $dueBy: DateTime) {
      result: returnAction(command: $command, incident: $incident, action: $action, reason: $reason, dueBy: $dueBy) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const cancelAction = graphql(
  `
    mutation CancelAction($command: CommandInput!, $incident: ID!, $action: ID!, $reason: String!) {
      result: cancelAction(command: $command, incident: $incident, action: $action, reason: $reason) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const actionRowFields = graphql(
  `
    fragment ActionRowFields on ActionRow {
      id
      city
      department
      incident
      number
      what
      exercise
      owner { account name }
      text
      dueBy
      status
      escalation { step to at }
      lastNote { ...EvidenceFields }
      done { ...EvidenceFields }
      returned { ...EvidenceFields }
      revision
      position
    }
  `,
  [evidenceFields],
);

export const actionBoardDocument = graphql(
  `
    query CorrectiveActions($city: ID!, $department: ID) {
      board: correctiveActions(city: $city, department: $department) {
        rows { ...ActionRowFields }
        cursor
        position
        asOf
      }
    }
  `,
  [actionRowFields],
);

export const actionChangesDocument = graphql(
  `
    subscription ActionChanges($city: ID!, $department: ID, $after: Cursor) {
      changes: actionChanges(city: $city, department: $department, after: $after) {
        rows { ...ActionRowFields }
        removed
        cursor
        snapshot
        position
        asOf
      }
    }
  `,
  [actionRowFields],
);

export const afterActionReportDocument = graphql(`
  query AfterActionReport($incident: ID!, $format: ReportFormat!) {
    afterActionReport(incident: $incident, format: $format)
  }
`);

export const peopleDocument = graphql(`
  query People($city: ID!) {
    people(city: $city) { account name roles department }
  }
`);
