import { graphql } from '../graphql.ts';
import { actorFields, evidenceFields, placeFields } from './fragments.ts';

export const incidentRowFields = graphql(
  `
    fragment IncidentRowFields on IncidentRow {
      id
      city
      number
      reference
      status
      what
      channel
      place { ...PlaceFields }
      type
      class
      grade
      priority
      exercise
      reportedAt
      recordedAt
      confirmedAt
      resolvedAt
      closedAt
      cancelReason
      tasks { id department part status acknowledgeBy escalation }
      units { unit callSign stage }
      last { type by { ...ActorFields } at }
      revision
      position
    }
  `,
  [actorFields, placeFields],
);

export const taskRowFields = graphql(
  `
    fragment TaskRowFields on TaskRow {
      id
      city
      department
      incident
      number
      incidentStatus
      what
      place { ...PlaceFields }
      type
      grade
      priority
      exercise
      part
      instruction
      status
      acknowledgeBy
      finishBy
      assigned { ...EvidenceFields }
      delivered { ...EvidenceFields }
      seen { ...EvidenceFields }
      accepted { ...EvidenceFields }
      started { ...EvidenceFields }
      done { ...EvidenceFields }
      verified { ...EvidenceFields }
      objection { ...EvidenceFields }
      returned { ...EvidenceFields }
      cancelled { ...EvidenceFields }
      lastNote { ...EvidenceFields }
      overdueSince
      posture
      reassigned { ...EvidenceFields }
      reassignedFrom
      urged { ...EvidenceFields }
      urgings
      escalation { step to at }
      revision
      position
    }
  `,
  [evidenceFields, placeFields],
);

export const unitRowFields = graphql(`
  fragment UnitRowFields on UnitRow {
    id
    city
    callSign
    department
    kind
    name { zh en }
    capabilities
    station
    lon
    lat
    onDuty
    lastPosition { lon lat at accuracy }
    reserve { reason since until }
    jurisdiction
    lentFor
    returnDue
    active {
      assignment
      incident
      incidentNumber
      stage
      since
      par { check due answerBy overdueSince }
    }
    stacked { assignment incident incidentNumber stage since }
    revision
    position
  }
`);

export const incidentBoardDocument = graphql(
  `
    query IncidentBoard($city: ID!, $closed: Boolean!) {
      board: incidents(city: $city, closed: $closed) {
        rows { ...IncidentRowFields }
        cursor
        asOf
      }
    }
  `,
  [incidentRowFields],
);

export const incidentChangesDocument = graphql(
  `
    subscription IncidentChanges($city: ID!, $after: Cursor) {
      changes: incidentChanges(city: $city, after: $after) {
        rows { ...IncidentRowFields }
        removed
        cursor
        snapshot
        asOf
      }
    }
  `,
  [incidentRowFields],
);

export const taskBoardDocument = graphql(
  `
    query TaskBoard($city: ID!, $department: ID!) {
      board: tasks(city: $city, department: $department) {
        rows { ...TaskRowFields }
        cursor
        asOf
      }
    }
  `,
  [taskRowFields],
);

export const taskChangesDocument = graphql(
  `
    subscription TaskChanges($city: ID!, $department: ID!, $after: Cursor) {
      changes: taskChanges(city: $city, department: $department, after: $after) {
        rows { ...TaskRowFields }
        removed
        cursor
        snapshot
        asOf
      }
    }
  `,
  [taskRowFields],
);

export const unitBoardDocument = graphql(
  `
    query UnitBoard($city: ID!, $department: ID) {
      board: units(city: $city, department: $department) {
        rows { ...UnitRowFields }
        cursor
        asOf
      }
    }
  `,
  [unitRowFields],
);

export const unitChangesDocument = graphql(
  `
    subscription UnitChanges($city: ID!, $department: ID, $after: Cursor) {
      changes: unitChanges(city: $city, department: $department, after: $after) {
        rows { ...UnitRowFields }
        removed
        cursor
        snapshot
        asOf
      }
    }
  `,
  [unitRowFields],
);
