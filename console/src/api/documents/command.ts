import { graphql } from '../graphql.ts';
import { resultFields } from './result.ts';

export const takeCommand = graphql(
  `
    mutation TakeCommand($command: CommandInput!, $incident: ID!) {
      result: takeCommand(command: $command, incident: $incident) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const assignRole = graphql(
  `
    mutation AssignRole($command: CommandInput!, $incident: ID!, $role: CommandRole!, $account: ID!) {
      result: assignRole(command: $command, incident: $incident, role: $role, account: $account) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const relieveRole = graphql(
  `
    mutation RelieveRole($command: CommandInput!, $incident: ID!, $role: CommandRole!, $reason: String!) {
      result: relieveRole(command: $command, incident: $incident, role: $role, reason: $reason) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const transferCommand = graphql(
  `
    mutation TransferCommand($command: CommandInput!, $incident: ID!, $to: ID!, $briefing: String!) {
      result: transferCommand(command: $command, incident: $incident, to: $to, briefing: $briefing) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const openConsultation = graphql(
  `
    mutation OpenConsultation($command: CommandInput!, $incident: ID!, $consultation: ID!, $topic: String!, $participants: [ID!]!) {
      result: openConsultation(command: $command, incident: $incident, consultation: $consultation, topic: $topic, participants: $participants) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const joinConsultation = graphql(
  `
    mutation JoinConsultation($command: CommandInput!, $incident: ID!, $consultation: ID!) {
      result: joinConsultation(command: $command, incident: $incident, consultation: $consultation) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const recordDecision = graphql(
  `
    mutation RecordDecision($command: CommandInput!, $incident: ID!, $consultation: ID!, $decision: ID!, $text: String!, $becomes: DecisionTaskInput) {
      result: recordDecision(command: $command, incident: $incident, consultation: $consultation, decision: $decision, text: $text, becomes: $becomes) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const closeConsultation = graphql(
  `
    mutation CloseConsultation($command: CommandInput!, $incident: ID!, $consultation: ID!, $summary: String!) {
      result: closeConsultation(command: $command, incident: $incident, consultation: $consultation, summary: $summary) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const reportSituation = graphql(
  `
    mutation ReportSituation($command: CommandInput!, $incident: ID!, $sitrep: ID!, $text: String!) {
      result: reportSituation(command: $command, incident: $incident, sitrep: $sitrep, text: $text) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const addAttachment = graphql(
  `
    mutation AddAttachment($command: CommandInput!, $incident: ID!, $attachment: AttachmentInput!) {
      result: addAttachment(command: $command, incident: $incident, attachment: $attachment) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const strikeEntry = graphql(
  `
    mutation StrikeEntry($command: CommandInput!, $incident: ID!, $revision: Revision!, $reason: String!) {
      result: strikeEntry(command: $command, incident: $incident, revision: $revision, reason: $reason) { ...ResultFields }
    }
  `,
  [resultFields],
);
