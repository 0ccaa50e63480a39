import { randomUUID } from 'node:crypto';
import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

export type Language = 'en' | 'zh-CN';

export interface GraphqlError {
  readonly message: string;
  readonly extensions: { readonly code: string; readonly field?: string };
}
export interface HttpAnswer {
  readonly status: number;
  readonly data: Record<string, Record<string, unknown>> | undefined;
  readonly errors: readonly GraphqlError[];
}

export interface Answer {
  readonly __typename: 'Accepted' | 'Rejected' | 'Conflict';
  readonly code?: string;
  readonly field?: string | null;
  readonly message?: string;
  readonly revision?: string;
  readonly position?: string;
  readonly repeated?: boolean;
  readonly facts?: Record<string, unknown>;
}

const answer = `{ __typename
  ... on Accepted { revision position repeated id }
  ... on Rejected { code field message facts }
  ... on Conflict { expectedRevision actualRevision message meanwhile { type actor { name } } } }`;

/** What the arguments of a mutation are declared as, by their names. */
const types: Readonly<Record<string, string>> = {
  command: 'CommandInput!',
  finding: 'ID!',
  incident: 'ID!',
  task: 'ID!',
  note: 'String!',
  reason: 'String!',
  summary: 'String!',
  report: 'ReportInput!',
  confirm: 'ConfirmInput!',
  tasks: '[NewTaskInput!]!',
  unit: 'ID!',
  assignment: 'ID!',
  stage: 'Stage!',
};

/** One person's use of the gateway, over HTTP and over a socket. */
export class Person {
  readonly url: string;
  readonly token: string | undefined;
  readonly language: Language;

  constructor(url: string, token?: string, language: Language = 'en') {
    this.url = url;
    this.token = token;
    this.language = language;
  }

  /** The same person with a console in another language. */
  speaking(language: Language): Person {
    return new Person(this.url, this.token, language);
  }

  static async signedIn(url: string, account: string): Promise<Person> {
    const { data } = await new Person(url).ask(
      `mutation($account: String!) { signIn(account: $account, password: "tocsin-demo") {
        ... on Session { token } } }`,
      { account },
    );
    return new Person(url, String(data?.signIn?.token));
  }

  async ask(query: string, variables: object = {}): Promise<HttpAnswer> {
    return this.post(JSON.stringify({ query, variables }));
  }

  async post(body: string, headers: Record<string, string> = {}): Promise<HttpAnswer> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': this.language,
        ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }),
        ...headers,
      },
      body,
    });
    const { data, errors = [] } = (await response.json()) as HttpAnswer;
    return { status: response.status, data: data ?? undefined, errors };
  }

  /** Sends a mutation; a field of it that can't be sent gives the GraphQL errors instead. */
  async send(
    name: string,
    values: Record<string, unknown>,
    command: Record<string, unknown> = {},
  ): Promise<Answer & { readonly errors: readonly GraphqlError[] }> {
    const variables: Record<string, unknown> = {
      command: { id: randomUUID(), ...command },
      ...values,
    };
    const declared = Object.keys(variables).map((key) => {
      const type = key === 'reason' && name === 'cancelIncident' ? 'CancelReason!' : types[key];
      return `$${key}: ${name === 'addNote' && key === 'note' ? 'ID!' : (type ?? 'String!')}`;
    });
    const passed = Object.keys(variables).map((key) => `${key}: $${key}`);
    const { data, errors } = await this.ask(
      `mutation(${declared.join(', ')}) { answer: ${name}(${passed.join(', ')}) ${answer} }`,
      variables,
    );
    return { ...(data?.answer as unknown as Answer), errors };
  }

  socket(): Client {
    return createClient({
      url: `${this.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      lazy: true,
      retryAttempts: 0,
      connectionParams: { token: this.token, language: this.language },
    });
  }
}

export interface Report {
  readonly incident: string;
  readonly report: string;
  readonly city: string;
  readonly channel: string;
  readonly what: string;
  readonly place: Record<string, unknown>;
}

export const report = (incident: string, rest: Partial<Report> = {}): Report => ({
  incident,
  report: randomUUID(),
  city: 'xinghe',
  channel: 'PHONE',
  what: 'Smell of gas in the stairwell',
  place: { address: 'Riverside Road 3' },
  ...rest,
});

export const task = (department: string, rest: object = {}) => ({
  task: randomUUID(),
  department,
  part: 'ASSIST',
  instruction: 'Look after it',
  ...rest,
});
