import { graphql } from '../graphql.ts';

export const healthDocument = graphql(`
  query Health($city: ID!) {
    health(city: $city) { part state facts { key value } }
  }
`);
