import { graphql } from '../graphql.ts';
import { areaFields } from './area.ts';
import { actorFields } from './fragments.ts';
import { resultFields } from './result.ts';

export const warningRowFields = graphql(
  `
    fragment WarningRowFields on WarningRow {
      id hazard level status from until impact advice issuer issuedAt endedAt exercise
      area { ...AreaFields }
      history { type by { ...ActorFields } at level until reason }
      revision
      position
    }
  `,
  [actorFields, areaFields],
);

export const warningBoardDocument = graphql(
  `
    query WarningBoard($city: ID!) {
      board: warnings(city: $city) { rows { ...WarningRowFields } cursor asOf }
    }
  `,
  [warningRowFields],
);

export const warningChangesDocument = graphql(
  `
    subscription WarningChanges($city: ID!, $after: Cursor) {
      changes: warningChanges(city: $city, after: $after) {
        rows { ...WarningRowFields }
        removed
        cursor
        snapshot
        asOf
      }
    }
  `,
  [warningRowFields],
);

export const endedWarningsDocument = graphql(
  `
    query EndedWarnings($city: ID!) {
      board: warnings(city: $city, ended: true, limit: 50) { rows { ...WarningRowFields } }
    }
  `,
  [warningRowFields],
);

export const warningsOverDocument = graphql(
  `
    query WarningsOver($incident: ID!, $asOf: MomentInput) {
      warnings: warningsOver(incident: $incident, asOf: $asOf) { ...WarningRowFields }
    }
  `,
  [warningRowFields],
);

export const warnedIncidentsDocument = graphql(`
  query WarnedIncidents($city: ID!) {
    warned: warnedIncidents(city: $city) { incident number what status warnings }
  }
`);

export const issueWarning = graphql(
  `
    mutation IssueWarning($command: CommandInput!, $warning: WarningInput!) {
      result: issueWarning(command: $command, warning: $warning) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const adjustWarning = graphql(
  `
    mutation AdjustWarning($command: CommandInput!, $city: ID!, $warning: ID!, $change: WarningChangeInput!, $reason: String!) {
      result: adjustWarning(command: $command, city: $city, warning: $warning, change: $change, reason: $reason) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const liftWarning = graphql(
  `
    mutation LiftWarning($command: CommandInput!, $city: ID!, $warning: ID!, $reason: String!) {
      result: liftWarning(command: $command, city: $city, warning: $warning, reason: $reason) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const changePosture = graphql(
  `
    mutation ChangePosture($command: CommandInput!, $city: ID!, $posture: Posture!, $reason: String!) {
      result: changePosture(command: $command, city: $city, posture: $posture, reason: $reason) { ...ResultFields }
    }
  `,
  [resultFields],
);
