import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './schema.gen.ts';

/** Documents typed against the gateway's schema. Positions and revisions stay decimal strings. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: {
    DateTime: string;
    Position: string;
    Revision: string;
    Cursor: string;
    JSON: unknown;
  };
}>();
