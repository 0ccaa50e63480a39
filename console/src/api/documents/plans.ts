import { graphql } from '../graphql.ts';
import { resultFields } from './result.ts';

export const suggestionFields = graphql(`
  fragment SuggestionFields on PlanSuggestion {
    plan {
      id
      version
      name { zh en }
      responseLevel
      tasks { id department part instruction { zh en } acknowledgeWithin }
      units { id capability count }
      roles { role department }
      checklist { id text { zh en } }
    }
    because
    reason { zh en }
    there { tasks units roles checklist }
  }
`);

export const plansForDocument = graphql(
  `
    query PlansFor($incident: ID!) {
      plansFor(incident: $incident) { ...SuggestionFields }
    }
  `,
  [suggestionFields],
);

export const applyPlan = graphql(
  `
    mutation ApplyPlan($command: CommandInput!, $incident: ID!, $apply: ApplyPlanInput!) {
      result: applyPlan(command: $command, incident: $incident, apply: $apply) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const requestUnits = graphql(
  `
    mutation RequestUnits($command: CommandInput!, $incident: ID!, $request: ID!, $capability: ID!, $count: Int!, $note: String) {
      result: requestUnits(command: $command, incident: $incident, request: $request, capability: $capability, count: $count, note: $note) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const withdrawUnitRequest = graphql(
  `
    mutation WithdrawUnitRequest($command: CommandInput!, $incident: ID!, $request: ID!, $reason: String!) {
      result: withdrawUnitRequest(command: $command, incident: $incident, request: $request, reason: $reason) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const tickChecklistItem = graphql(
  `
    mutation TickChecklistItem($command: CommandInput!, $incident: ID!, $plan: ID!, $item: ID!) {
      result: tickChecklistItem(command: $command, incident: $incident, plan: $plan, item: $item) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const untickChecklistItem = graphql(
  `
    mutation UntickChecklistItem($command: CommandInput!, $incident: ID!, $plan: ID!, $item: ID!) {
      result: untickChecklistItem(command: $command, incident: $incident, plan: $plan, item: $item) { ...ResultFields }
    }
  `,
  [resultFields],
);
