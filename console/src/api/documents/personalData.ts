import { graphql } from '../graphql.ts';
import { resultFields } from './result.ts';

export const personalDataDocument = graphql(`
  query PersonalData($incident: ID!, $reason: String) {
    persons: personalData(incident: $incident, reason: $reason) {
      report
      state
      name
      phone
      address
    }
  }
`);

export const erasePersonalData = graphql(
  `
    mutation ErasePersonalData(
      $command: CommandInput!
      $incident: ID!
      $city: ID
      $reason: String!
    ) {
      result: erasePersonalData(
        command: $command
        incident: $incident
        city: $city
        reason: $reason
      ) { ...ResultFields }
    }
  `,
  [resultFields],
);
