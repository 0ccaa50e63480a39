import { graphql } from '../graphql.ts';
import { actorFields, evidenceFields, placeFields } from './fragments.ts';

export const incidentFields = graphql(
  `
    fragment IncidentFields on Incident {
      id
      number
      city
      status
      exercise
      what
      channel
      place { ...PlaceFields }
      reporter { state }
      personalDataErased { ...EvidenceFields }
      reference
      type
      class
      grade
      priority
      reported { ...EvidenceFields }
      confirmed { ...EvidenceFields }
      contained { ...EvidenceFields }
      resolved { ...EvidenceFields }
      closed { ...EvidenceFields }
      cancelled { ...EvidenceFields }
      cancelReason
      kind
      receivedAt
      answeredAt
      linked {
        report
        channel
        what
        place { ...PlaceFields }
        linked { ...EvidenceFields }
      }
      mergedInto { incident what reason }
      absorbed { incident what reports }
      responsible { department reason { zh en } overridden }
      responseLevel
      responseLevelSet { ...EvidenceFields }
      jurisdiction { level district }
      tasks {
        id
        department
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
        escalations { step to at }
        notes { ...EvidenceFields }
      }
      commitments {
        assignment
        unit
        callSign
        department
        task
        stage
        request
        reached { stage at }
        par { check result at }
        reason
        fromReserve
        recommendation { rule capability rank considered { unit callSign seconds reason } }
      }
      mutualAid {
        request
        jurisdiction
        capability
        count
        requested { ...EvidenceFields }
        granted
        answered { ...EvidenceFields }
        units { unit callSign department kind }
        ended { ...EvidenceFields }
        open
      }
      supplies {
        id
        item
        quantity
        note
        depot
        status
        declined { depot reason declined { ...EvidenceFields } }
        commitments { commitment depot committed issued returned consumed returnable }
      }
      plans {
        plan
        name { zh en }
        version
        responseLevel
        roles { role department }
        checklist { id text { zh en } ticked { ...EvidenceFields } }
      }
      unitRequests {
        request
        capability
        count
        plan
        note
        filled
        requested { ...EvidenceFields }
        withdrawn { ...EvidenceFields }
        units { assignment callSign }
      }
      notes { ...EvidenceFields }
      command { role account name department since }
      consultations {
        id
        topic
        participants
        opened { ...EvidenceFields }
        joined { department joined { ...EvidenceFields } }
        decisions { id text task recorded { ...EvidenceFields } }
        closed { ...EvidenceFields }
      }
      situations { id number text reported { ...EvidenceFields } }
      attachments { id name mediaType bytes sha256 uri added { ...EvidenceFields } }
      struck { ...EvidenceFields }
      findings { id text severity recorded { ...EvidenceFields } }
      actions {
        id
        finding
        department
        owner { account name }
        text
        dueBy
        status
        notes { ...EvidenceFields }
        done { ...EvidenceFields }
        returned { ...EvidenceFields }
        escalations { step to at }
      }
      revision
      position
      lastRevision
      may
    }
  `,
  [evidenceFields, placeFields],
);

export const entryFields = graphql(
  `
    fragment EntryFields on TimelineEntry {
      incident
      revision
      position
      event
      type
      occurredAt
      recordedAt
      actor { ...ActorFields onBehalfOf { ...ActorFields } }
      commandId
      causationId
      correlationId
      task
      department
      data
      hash
    }
  `,
  [actorFields],
);

/** The incident as it now stands, with its whole timeline. */
export const incidentDocument = graphql(
  `
    query Incident($id: ID!) {
      incident(id: $id) { ...IncidentFields }
      timeline(incident: $id) { ...EntryFields }
    }
  `,
  [incidentFields, entryFields],
);

export const incidentRecordDocument = graphql(
  `
    subscription IncidentRecord($id: ID!, $after: Revision!) {
      record: incidentRecord(id: $id, after: $after) {
        incident { ...IncidentFields }
        entries { ...EntryFields }
      }
    }
  `,
  [incidentFields, entryFields],
);
