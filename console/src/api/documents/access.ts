import { graphql } from '../graphql.ts';
import { actorFields, evidenceFields } from './fragments.ts';
import { resultFields } from './result.ts';

export const accessFields = graphql(
  `
    fragment AccessFields on AccessEntry {
      position recordedAt kind what code address detail reason incident department account
      count from until
      by { ...ActorFields }
    }
  `,
  [actorFields],
);

export const accessLogDocument = graphql(
  `
    query AccessLog($city: ID!, $filter: AccessFilter, $before: Position, $limit: Int) {
      log: accessLog(city: $city, filter: $filter, before: $before, limit: $limit) {
        rows { ...AccessFields }
      }
    }
  `,
  [accessFields],
);

export const couldSeeDocument = graphql(
  `
    query CouldSee($incident: ID!, $at: DateTime!) {
      found: couldSee(incident: $incident, at: { at: $at }) {
        position
        asOf
        reported
        departments
        people {
          account name roles department whole tasks
          onDuty { department role since }
        }
        chains { task department link evidence { ...EvidenceFields } }
        reads { ...AccessFields }
      }
    }
  `,
  [accessFields, evidenceFields],
);

export const holdsDocument = graphql(
  `
    query Holds($id: ID!) {
      retention(incident: $id) {
        incident held
        holds { id reason placed { ...EvidenceFields } lifted { ...EvidenceFields } }
      }
    }
  `,
  [evidenceFields],
);

export const placeLegalHold = graphql(
  `
    mutation PlaceLegalHold($command: CommandInput!, $incident: ID!, $hold: ID!, $reason: String!) {
      result: placeLegalHold(command: $command, incident: $incident, hold: $hold, reason: $reason) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const liftLegalHold = graphql(
  `
    mutation LiftLegalHold($command: CommandInput!, $incident: ID!, $hold: ID!, $reason: String!) {
      result: liftLegalHold(command: $command, incident: $incident, hold: $hold, reason: $reason) { ...ResultFields }
    }
  `,
  [resultFields],
);
