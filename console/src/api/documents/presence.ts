import { graphql } from '../graphql.ts';

export const presenceSubscription = graphql(`
  subscription Presence($incident: ID!, $console: String!, $editing: String) {
    present: presence(incident: $incident, console: $console, editing: $editing) {
      console account name department editing
    }
  }
`);
