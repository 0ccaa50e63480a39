import { graphql } from '../graphql.ts';

export const recommendUnitsDocument = graphql(`
  query RecommendUnits($incident: ID!, $capability: String!, $count: Int!) {
    recommendUnits(incident: $incident, capability: $capability, count: $count) {
      rule
      capability
      considered { unit callSign reason seconds metres fromStation incidentNumber }
    }
  }
`);
