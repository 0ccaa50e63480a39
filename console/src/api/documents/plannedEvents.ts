import { graphql } from '../graphql.ts';
import { areaFields } from './area.ts';
import { actorFields } from './fragments.ts';
import { resultFields } from './result.ts';

export const plannedEventRowFields = graphql(
  `
    fragment PlannedEventRowFields on PlannedEventRow {
      id name from until description expectedPeople status cancelReason exercise
      area { ...AreaFields }
      posts { post name place department people }
      units { unit callSign department }
      plans { plan version }
      last { type by { ...ActorFields } at }
      revision
      position
    }
  `,
  [actorFields, areaFields],
);

export const plannedEventBoardDocument = graphql(
  `
    query PlannedEventBoard($city: ID!) {
      board: plannedEvents(city: $city) { rows { ...PlannedEventRowFields } cursor asOf }
    }
  `,
  [plannedEventRowFields],
);

export const plannedEventChangesDocument = graphql(
  `
    subscription PlannedEventChanges($city: ID!, $after: Cursor) {
      changes: plannedEventChanges(city: $city, after: $after) {
        rows { ...PlannedEventRowFields }
        removed
        cursor
        snapshot
        asOf
      }
    }
  `,
  [plannedEventRowFields],
);

export const endedEventsDocument = graphql(
  `
    query EndedEvents($city: ID!) {
      board: plannedEvents(city: $city, ended: true, limit: 50) { rows { ...PlannedEventRowFields } }
    }
  `,
  [plannedEventRowFields],
);

export const unitNamesDocument = graphql(`
  query UnitNames($city: ID!) {
    board: units(city: $city) { rows { id callSign department } }
  }
`);

export const scheduleEvent = graphql(
  `
    mutation ScheduleEvent($command: CommandInput!, $event: PlannedEventInput!) {
      result: scheduleEvent(command: $command, event: $event) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const amendEvent = graphql(
  `
    mutation AmendEvent($command: CommandInput!, $city: ID!, $event: ID!, $change: PlannedEventChangeInput!, $reason: String!) {
      result: amendEvent(command: $command, city: $city, event: $event, change: $change, reason: $reason) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const beginEvent = graphql(
  `
    mutation BeginEvent($command: CommandInput!, $city: ID!, $event: ID!, $reason: String!) {
      result: beginEvent(command: $command, city: $city, event: $event, reason: $reason) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const endEvent = graphql(
  `
    mutation EndEvent($command: CommandInput!, $city: ID!, $event: ID!, $reason: String!) {
      result: endEvent(command: $command, city: $city, event: $event, reason: $reason) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const cancelEvent = graphql(
  `
    mutation CancelEvent($command: CommandInput!, $city: ID!, $event: ID!, $reason: String!) {
      result: cancelEvent(command: $command, city: $city, event: $event, reason: $reason) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const placePost = graphql(
  `
    mutation PlacePost($command: CommandInput!, $city: ID!, $event: ID!, $post: EventPostInput!) {
      result: placePost(command: $command, city: $city, event: $event, post: $post) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const removePost = graphql(
  `
    mutation RemovePost($command: CommandInput!, $city: ID!, $event: ID!, $post: ID!, $reason: String!) {
      result: removePost(command: $command, city: $city, event: $event, post: $post, reason: $reason) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const placeUnit = graphql(
  `
    mutation PlaceUnit($command: CommandInput!, $city: ID!, $event: ID!, $unit: ID!) {
      result: placeUnit(command: $command, city: $city, event: $event, unit: $unit) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const releaseUnit = graphql(
  `
    mutation ReleaseUnit($command: CommandInput!, $city: ID!, $event: ID!, $unit: ID!) {
      result: releaseUnit(command: $command, city: $city, event: $event, unit: $unit) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const attachPlan = graphql(
  `
    mutation AttachPlan($command: CommandInput!, $city: ID!, $event: ID!, $plan: ID!) {
      result: attachPlan(command: $command, city: $city, event: $event, plan: $plan) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const detachPlan = graphql(
  `
    mutation DetachPlan($command: CommandInput!, $city: ID!, $event: ID!, $plan: ID!) {
      result: detachPlan(command: $command, city: $city, event: $event, plan: $plan) { ...ResultFields }
    }
  `,
  [resultFields],
);
