import { graphql } from '../graphql.ts';

export const viewerFields = graphql(`
  fragment ViewerFields on Viewer {
    account
    name
    roles
    department
    cities { id name { zh en } demo }
    may
  }
`);

export const signInOptionsDocument = graphql(`
  query SignInOptions {
    signInOptions {
      demoAccounts { account name role department { zh en } password }
    }
  }
`);

export const signInDocument = graphql(
  `
    mutation SignIn($account: String!, $password: String!) {
      signIn(account: $account, password: $password) {
        __typename
        ... on Session { token expiresAt viewer { ...ViewerFields } }
        ... on Rejected { code field message }
      }
    }
  `,
  [viewerFields],
);

export const viewerDocument = graphql(`query Viewer { viewer { ...ViewerFields } }`, [
  viewerFields,
]);

export const statusSubscription = graphql(`
  subscription Status($city: ID!) {
    status {
      serverTime position lastEventAt projectionsPosition projectionsAt state lagSeconds lagPositions version
      posture(city: $city) { posture since by reason }
    }
  }
`);
