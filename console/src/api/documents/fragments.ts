import { graphql } from '../graphql.ts';

export const actorFields = graphql(`
  fragment ActorFields on Actor { kind id name role department console }
`);

export const evidenceFields = graphql(
  `fragment EvidenceFields on Evidence { by { ...ActorFields } occurredAt recordedAt note revision }`,
  [actorFields],
);

export const placeFields = graphql(`
  fragment PlaceFields on Place { address lon lat cell district }
`);
