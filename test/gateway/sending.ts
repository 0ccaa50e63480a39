import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Answer, Person } from './client.ts';

/** Sends a mutation whose arguments are declared as in `$city: ID!, $reason: String!`. */
export async function send(
  who: Person,
  name: string,
  types: string,
  values: object,
): Promise<Answer> {
  const args = types.replace(/\$(\w+): [^,]+/g, '$1: $$$1');
  const { data, errors } = await who.ask(
    `mutation($command: CommandInput!, ${types}) { answer: ${name}(command: $command, ${args}) {
      __typename ... on Accepted { revision position id } ... on Rejected { code field message } } }`,
    { command: { id: randomUUID() }, ...values },
  );
  expect(errors).toEqual([]);
  return data?.answer as unknown as Answer;
}

export const accepted = { __typename: 'Accepted' };

interface Row {
  readonly id: string;
}
interface Changes {
  readonly rows: readonly Row[];
  readonly removed: readonly string[];
}

/**
 * The changes of a stream board of Xinghe from now on: `row` waits for one of this row, `removed`
 * until it has left the board.
 */
export async function follow(who: Person, board: string, query: string, fields: string) {
  const { data } = await who.ask(`{ board: ${query}(city: "xinghe") { cursor } }`);
  const client = who.socket();
  const subscription = client.iterate<{ readonly changes: Changes }>({
    query: `subscription($after: Cursor!) {
      changes: ${board}Changes(city: "xinghe", after: $after) { rows { id ${fields} } removed } }`,
    variables: { after: data?.board?.cursor },
  });
  const next = async (): Promise<Changes> => {
    const { value, done } = await subscription.next();
    if (done || !value.data) throw new Error(`the subscription ended: ${JSON.stringify(value)}`);
    return value.data.changes;
  };
  return {
    async row(id: string): Promise<object> {
      for (;;) {
        const row = (await next()).rows.find((one) => one.id === id);
        if (row) return row;
      }
    },
    async removed(id: string): Promise<void> {
      while (!(await next()).removed.includes(id));
    },
    close: () => client.dispose(),
  };
}
