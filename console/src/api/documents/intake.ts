import { graphql } from '../graphql.ts';
import { placeFields } from './fragments.ts';
import { resultFields } from './result.ts';

export const sameIncidentsDocument = graphql(
  `
    query SameIncidents($city: ID!, $place: PlaceInput!, $what: String, $exercise: Boolean) {
      sameIncidents(city: $city, place: $place, what: $what, exercise: $exercise) {
        score
        metres
        sameAddress
        sameCell
        minutes
        sameKind
        words
        incident { id number what place { ...PlaceFields } }
      }
    }
  `,
  [placeFields],
);

export const linkReport = graphql(
  `
    mutation LinkReport($command: CommandInput!, $incident: ID!, $report: LinkedReportInput!) {
      result: linkReport(command: $command, incident: $incident, report: $report) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const unlinkReport = graphql(
  `
    mutation UnlinkReport($command: CommandInput!, $incident: ID!, $report: ID!, $reason: String!) {
      result: unlinkReport(command: $command, incident: $incident, report: $report, reason: $reason) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const judgeIncident = graphql(
  `
    mutation JudgeIncident($command: CommandInput!, $incident: ID!, $judge: JudgeInput!) {
      result: judgeIncident(command: $command, incident: $incident, judge: $judge) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const assignResponsibility = graphql(
  `
    mutation AssignResponsibility($command: CommandInput!, $incident: ID!, $department: ID!, $reason: String!) {
      result: assignResponsibility(command: $command, incident: $incident, department: $department, reason: $reason) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const raiseIncident = graphql(
  `
    mutation RaiseIncident($command: CommandInput!, $incident: ID!, $reason: String!) {
      result: raiseIncident(command: $command, incident: $incident, reason: $reason) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const handDownIncident = graphql(
  `
    mutation HandDownIncident($command: CommandInput!, $incident: ID!, $district: ID!, $reason: String!) {
      result: handDownIncident(command: $command, incident: $incident, district: $district, reason: $reason) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const setResponseLevel = graphql(
  `
    mutation SetResponseLevel($command: CommandInput!, $incident: ID!, $level: Int!, $reason: String!) {
      result: setResponseLevel(command: $command, incident: $incident, level: $level, reason: $reason) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const mergeIncident = graphql(
  `
    mutation MergeIncident($command: CommandInput!, $incident: ID!, $into: ID!, $reason: String!) {
      result: mergeIncident(command: $command, incident: $incident, into: $into, reason: $reason) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const undoMerge = graphql(
  `
    mutation UndoMerge($command: CommandInput!, $incident: ID!, $reason: String!) {
      result: undoMerge(command: $command, incident: $incident, reason: $reason) { ...ResultFields }
    }
  `,
  [resultFields],
);
