import { graphql } from '../graphql.ts';

export const responseTimesDocument = graphql(`
  query ResponseTimes($city: ID!, $hours: Int!) {
    times: responseTimes(city: $city, hours: $hours) {
      since
      targets { id span department seconds percent count measured within }
      acknowledged { count within median }
    }
  }
`);
