import { graphql } from '../graphql.ts';
import { resultFields } from './result.ts';

export const dutyRowFields = graphql(`
  fragment DutyRowFields on DutyRow {
    id
    department
    onDuty { account name role since }
    handovers {
      id role note status at acceptedAt
      from { account name }
      to { account name }
      counts { incidents tasks actions }
    }
    revision
    position
  }
`);

export const openWorkFields = graphql(`
  fragment OpenWorkFields on OpenWork {
    position
    counts { incidents tasks actions }
    incidents { id number what status }
    tasks { id incident number instruction status finishBy }
    actions { id incident number text status dueBy }
  }
`);

export const dutyBoardDocument = graphql(
  `
    query DutyBoard($city: ID!) {
      board: duties(city: $city) { rows { ...DutyRowFields } cursor asOf }
    }
  `,
  [dutyRowFields],
);

export const dutyChangesDocument = graphql(
  `
    subscription DutyChanges($city: ID!, $after: Cursor) {
      changes: dutyChanges(city: $city, after: $after) {
        rows { ...DutyRowFields }
        removed
        cursor
        snapshot
        asOf
      }
    }
  `,
  [dutyRowFields],
);

export const rosterDocument = graphql(`
  query Roster($city: ID!) {
    roster(city: $city) { id department name { zh en } start end people { account name role } }
  }
`);

export const openWorkDocument = graphql(
  `
    query OpenWork($city: ID!, $department: ID!) {
      open: openWork(city: $city, department: $department) { ...OpenWorkFields }
    }
  `,
  [openWorkFields],
);

export const handoverDocument = graphql(
  `
    query Handover($city: ID!, $department: ID!, $id: ID!) {
      handover(city: $city, department: $department, id: $id) {
        id role note status at acceptedAt
        from { account name }
        to { account name }
        open { ...OpenWorkFields }
      }
    }
  `,
  [openWorkFields],
);

export const takeDuty = graphql(
  `
    mutation TakeDuty($command: CommandInput!, $city: ID!, $department: ID!, $role: DutyRole!) {
      result: takeDuty(command: $command, city: $city, department: $department, role: $role) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const endDuty = graphql(
  `
    mutation EndDuty($command: CommandInput!, $city: ID!, $department: ID!, $role: DutyRole!) {
      result: endDuty(command: $command, city: $city, department: $department, role: $role) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const relieveDuty = graphql(
  `
    mutation RelieveDuty($command: CommandInput!, $city: ID!, $department: ID!, $role: DutyRole!, $account: ID!, $reason: String!) {
      result: relieveDuty(command: $command, city: $city, department: $department, role: $role, account: $account, reason: $reason) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const handOverShift = graphql(
  `
    mutation HandOverShift($command: CommandInput!, $city: ID!, $department: ID!, $role: DutyRole!, $handover: ID!, $to: ID!, $note: String!) {
      result: handOverShift(command: $command, city: $city, department: $department, role: $role, handover: $handover, to: $to, note: $note) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const acceptHandover = graphql(
  `
    mutation AcceptHandover($command: CommandInput!, $city: ID!, $department: ID!, $handover: ID!) {
      result: acceptHandover(command: $command, city: $city, department: $department, handover: $handover) { ...ResultFields }
    }
  `,
  [resultFields],
);

export const withdrawHandover = graphql(
  `
    mutation WithdrawHandover($command: CommandInput!, $city: ID!, $department: ID!, $handover: ID!) {
      result: withdrawHandover(command: $command, city: $city, department: $department, handover: $handover) { ...ResultFields }
    }
  `,
  [resultFields],
);
