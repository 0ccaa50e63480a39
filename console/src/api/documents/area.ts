import { graphql } from '../graphql.ts';

export const areaFields = graphql(`
  fragment AreaFields on Area { districts subdistricts cells polygon }
`);
