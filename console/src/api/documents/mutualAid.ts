import { graphql } from '../graphql.ts';
import { resultFields } from './result.ts';

export const requestMutualAid = graphql(
  `
    mutation RequestMutualAid($command: CommandInput!, $incident: ID!, $request: ID!, $jurisdiction: ID!, $capability: ID!, $count: Int!, $reason: String!) {
      result: requestMutualAid(command: $command, incident: $incident, request: $request, jurisdiction: $jurisdiction, capability: $capability, count: $count, reason: $reason) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const answerMutualAid = graphql(
  `
    mutation AnswerMutualAid($command: CommandInput!, $incident: ID!, $request: ID!, $granted: Boolean!, $units: [OfferedUnitInput!]!, $note: String!) {
      result: answerMutualAid(command: $command, incident: $incident, request: $request, granted: $granted, units: $units, note: $note) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const endMutualAid = graphql(
  `
    mutation EndMutualAid($command: CommandInput!, $incident: ID!, $request: ID!, $reason: String!) {
      result: endMutualAid(command: $command, incident: $incident, request: $request, reason: $reason) { ...ResultFields }
    }
  `,
  [resultFields],
);
