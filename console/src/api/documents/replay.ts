import { graphql } from '../graphql.ts';
import { incidentRowFields, taskRowFields, unitRowFields } from './boards.ts';
import { actorFields } from './fragments.ts';
import { entryFields, incidentFields } from './incident.ts';

/** The incident as it stood: right after a revision, or when what had occurred by a time had happened. */
export const incidentAtDocument = graphql(
  `
    query IncidentAt($id: ID!, $asOf: RecordMomentInput!) {
      incident(id: $id, asOf: $asOf) { ...IncidentFields }
    }
  `,
  [incidentFields],
);

/** With the names that the places of the changes are told by. */
export const recordChangesDocument = graphql(
  `
    query RecordChanges($incident: ID!, $from: RecordMomentInput!, $to: RecordMomentInput!) {
      changes: recordChanges(incident: $incident, from: $from, to: $to) {
        changes {
          path
          before
          after
          by { ...EntryFields }
        }
        changeCount
        entryCount
        to {
          tasks { id department }
          commitments { assignment callSign }
          supplies { id item }
          plans { plan name { zh en } }
        }
      }
    }
  `,
  [entryFields],
);

export const causesDocument = graphql(
  `
    query Causes($incident: ID!, $revision: Revision!) {
      causes(incident: $incident, revision: $revision) {
        complete
        steps {
          event
          stream
          revision
          incident
          incidentNumber
          type
          occurredAt
          recordedAt
          commandId
          actor { ...ActorFields onBehalfOf { ...ActorFields } }
          recommendation { rule capability rank chosen considered { unit callSign seconds reason } }
        }
      }
    }
  `,
  [actorFields],
);

export const proofDocument = graphql(`
  query ProofOf($incident: ID!, $revision: Revision!) {
    proof: proofOf(incident: $incident, revision: $revision) {
      hash
      previousHash
      intact
      seal { number time hash key signed root events index path included }
    }
  }
`);

export const statusSummaryDocument = graphql(`
  query StatusSummary($incident: ID!, $revision: Revision, $since: DateTime, $language: Language) {
    form: statusSummary(incident: $incident, revision: $revision, since: $since, language: $language, format: HTML)
  }
`);

export const activityLogDocument = graphql(`
  query ActivityLog($incident: ID!, $of: LogOfInput!, $revision: Revision, $since: DateTime, $language: Language) {
    form: activityLog(incident: $incident, of: $of, revision: $revision, since: $since, language: $language, format: HTML)
  }
`);

/** What the command centre's queue showed at a moment. */
export const incidentsThenDocument = graphql(
  `
    query IncidentsThen($city: ID!, $asOf: MomentInput!) {
      board: incidents(city: $city, asOf: $asOf, limit: 2000) {
        rows { ...IncidentRowFields }
        position
        asOf
      }
    }
  `,
  [incidentRowFields],
);

/** What a department's board showed at a moment: its tasks and its units. */
export const departmentThenDocument = graphql(
  `
    query DepartmentThen($city: ID!, $department: ID!, $asOf: MomentInput!) {
      tasks(city: $city, department: $department, asOf: $asOf, limit: 2000) {
        rows { ...TaskRowFields }
        position
        asOf
      }
      units(city: $city, department: $department, asOf: $asOf) { rows { ...UnitRowFields } }
    }
  `,
  [taskRowFields, unitRowFields],
);
