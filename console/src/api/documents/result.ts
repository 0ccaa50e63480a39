import { graphql } from '../graphql.ts';

export const resultFields = graphql(`
  fragment ResultFields on CommandResult {
    __typename
    ... on Accepted { revision position repeated id }
    ... on Rejected { code field message facts }
    ... on Conflict {
      expectedRevision
      actualRevision
      message
      meanwhile { revision type occurredAt recordedAt actor { kind id name role department console } }
    }
  }
`);
