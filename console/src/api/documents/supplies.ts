import { graphql } from '../graphql.ts';
import { resultFields } from './result.ts';

export const depotRowFields = graphql(`
  fragment DepotRowFields on DepotRow {
    id
    city
    depot
    department
    stock { item onHand committed free out low lots { lot quantity committed expires notice } }
    commitments {
      commitment incident incidentNumber request item exercise
      lots { lot committed issued returned consumed out }
    }
    requests {
      request incident incidentNumber item quantity given elsewhere left note requestedBy at exercise
    }
    revision
    position
  }
`);

export const depotBoardDocument = graphql(
  `
    query DepotBoard($city: ID!) {
      board: depots(city: $city) { rows { ...DepotRowFields } cursor asOf }
    }
  `,
  [depotRowFields],
);

export const depotChangesDocument = graphql(
  `
    subscription DepotChanges($city: ID!, $after: Cursor) {
      changes: depotChanges(city: $city, after: $after) {
        rows { ...DepotRowFields }
        removed
        cursor
        snapshot
        asOf
      }
    }
  `,
  [depotRowFields],
);

export const catalogueDocument = graphql(`
  query SupplyCatalogue($city: ID!) {
    city(id: $city) {
      id
      items { id name { zh en } unit { zh en } returnable }
      depots { id name { zh en } department address may }
    }
  }
`);

export const replenishStock = graphql(
  `
    mutation ReplenishStock($command: CommandInput!, $depot: ID!, $replenish: ReplenishInput!) {
      result: replenishStock(command: $command, depot: $depot, replenish: $replenish) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const countStock = graphql(
  `
    mutation CountStock($command: CommandInput!, $depot: ID!, $item: ID!, $lot: ID!, $counted: Int!, $reason: String!) {
      result: countStock(command: $command, depot: $depot, item: $item, lot: $lot, counted: $counted, reason: $reason) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const writeOffStock = graphql(
  `
    mutation WriteOffStock($command: CommandInput!, $depot: ID!, $item: ID!, $lot: ID!, $quantity: Int!, $reason: WriteOffReason!, $note: String) {
      result: writeOffStock(command: $command, depot: $depot, item: $item, lot: $lot, quantity: $quantity, reason: $reason, note: $note) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const commitStock = graphql(
  `
    mutation CommitStock($command: CommandInput!, $depot: ID!, $request: ID!, $movement: StockMovementInput!) {
      result: commitStock(command: $command, depot: $depot, request: $request, movement: $movement) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const releaseCommitment = graphql(
  `
    mutation ReleaseCommitment($command: CommandInput!, $depot: ID!, $commitment: ID!, $quantity: Int!, $reason: String!) {
      result: releaseCommitment(command: $command, depot: $depot, commitment: $commitment, quantity: $quantity, reason: $reason) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const issueStock = graphql(
  `
    mutation IssueStock($command: CommandInput!, $depot: ID!, $movement: StockMovementInput!) {
      result: issueStock(command: $command, depot: $depot, movement: $movement) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const returnStock = graphql(
  `
    mutation ReturnStock($command: CommandInput!, $depot: ID!, $movement: StockMovementInput!) {
      result: returnStock(command: $command, depot: $depot, movement: $movement) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const consumeStock = graphql(
  `
    mutation ConsumeStock($command: CommandInput!, $depot: ID!, $movement: StockMovementInput!) {
      result: consumeStock(command: $command, depot: $depot, movement: $movement) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const declineSupplyRequest = graphql(
  `
    mutation DeclineSupplyRequest($command: CommandInput!, $depot: ID!, $request: ID!, $reason: String!) {
      result: declineSupplyRequest(command: $command, depot: $depot, request: $request, reason: $reason) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const requestSupplies = graphql(
  `
    mutation RequestSupplies($command: CommandInput!, $incident: ID!, $supplies: SupplyRequestInput!) {
      result: requestSupplies(command: $command, incident: $incident, supplies: $supplies) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const cancelSupplyRequest = graphql(
  `
    mutation CancelSupplyRequest($command: CommandInput!, $incident: ID!, $request: ID!, $reason: String!) {
      result: cancelSupplyRequest(command: $command, incident: $incident, request: $request, reason: $reason) { ...ResultFields }
    }
  `,
  [resultFields],
);
