import { graphql } from '../graphql.ts';
import { resultFields } from './result.ts';

export const reportIncident = graphql(
  `
    mutation ReportIncident($command: CommandInput!, $report: ReportInput!) {
      result: reportIncident(command: $command, report: $report) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const confirmIncident = graphql(
  `
    mutation ConfirmIncident($command: CommandInput!, $incident: ID!, $confirm: ConfirmInput!) {
      result: confirmIncident(command: $command, incident: $incident, confirm: $confirm) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const addNote = graphql(
  `
    mutation AddNote($command: CommandInput!, $incident: ID!, $note: ID!, $text: String!) {
      result: addNote(command: $command, incident: $incident, note: $note, text: $text) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const markContained = graphql(
  `
    mutation MarkContained($command: CommandInput!, $incident: ID!) {
      result: markContained(command: $command, incident: $incident) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const resolveIncident = graphql(
  `
    mutation ResolveIncident($command: CommandInput!, $incident: ID!, $summary: String!) {
      result: resolveIncident(command: $command, incident: $incident, summary: $summary) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const closeIncident = graphql(
  `
    mutation CloseIncident($command: CommandInput!, $incident: ID!, $note: String!) {
      result: closeIncident(command: $command, incident: $incident, note: $note) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const reopenIncident = graphql(
  `
    mutation ReopenIncident($command: CommandInput!, $incident: ID!, $reason: String!) {
      result: reopenIncident(command: $command, incident: $incident, reason: $reason) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const cancelIncident = graphql(
  `
    mutation CancelIncident($command: CommandInput!, $incident: ID!, $reason: CancelReason!, $note: String!) {
      result: cancelIncident(command: $command, incident: $incident, reason: $reason, note: $note) { ...ResultFields }
    }
  `,
  [resultFields],
);
