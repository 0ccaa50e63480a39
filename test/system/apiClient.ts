import { randomUUID } from 'node:crypto';

interface GraphqlAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string }[];
}

export interface CommandAnswer {
  readonly __typename: 'Accepted' | 'Rejected' | 'Conflict';
  readonly revision?: string;
  readonly position?: string;
  readonly repeated?: boolean;
  readonly code?: string;
  readonly message?: string;
}

const answer = `{ __typename
  ... on Accepted { revision position repeated }
  ... on Rejected { code field message }
  ... on Conflict { message } }`;

/** A client of the HTTP API, signed in as one of the demo city's people. */
export class ApiClient {
  readonly #url: string;
  #token = '';

  constructor(url: string) {
    this.#url = url;
  }

  async signIn(account: string): Promise<this> {
    const document = `mutation($account: String!, $password: String!) {
      signIn(account: $account, password: $password) { ... on Session { token } ... on Rejected { message } } }`;
    const data = await this.request(document, { account, password: 'tocsin-demo' });
    const { token, message } = data.signIn as { token?: string; message?: string };
    if (!token) throw new Error(`sign-in as ${account}: ${message}`);
    this.#token = token;
    return this;
  }

  /** Sends a document; throws on any GraphQL error. */
  async request(query: string, variables: object = {}): Promise<Record<string, unknown>> {
    const response = await fetch(`${this.#url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(this.#token ? { authorization: `Bearer ${this.#token}` } : {}),
      },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as GraphqlAnswer;
    if (errors?.[0] || !data) throw new Error(errors?.[0]?.message ?? `HTTP ${response.status}`);
    return data;
  }

  /** A mutation by its name and further arguments, `fields` as `name: Type!` declares them. */
  async command(
    name: string,
    declared: Record<string, string>,
    values: object,
    id: string = randomUUID(),
  ): Promise<CommandAnswer> {
    const parameters = Object.entries(declared).map(([key, type]) => `$${key}: ${type}`);
    const passed = Object.keys(declared).map((key) => `${key}: $${key}`);
    const document = `mutation(${['$command: CommandInput!', ...parameters].join(', ')}) {
      answer: ${name}(${['command: $command', ...passed].join(', ')}) ${answer} }`;
    const data = await this.request(document, { ...values, command: { id } });
    return data.answer as CommandAnswer;
  }

  reportIncident(incident: string, what: string, id?: string): Promise<CommandAnswer> {
    const report = {
      incident,
      report: randomUUID(),
      city: 'xinghe',
      channel: 'PHONE',
      what,
      place: { address: '12 Main Street' },
    };
    return this.command('reportIncident', { report: 'ReportInput!' }, { report }, id);
  }

  addNote(
    incident: string,
    text: string,
    id?: string,
    note: string = randomUUID(),
  ): Promise<CommandAnswer> {
    return this.command(
      'addNote',
      { incident: 'ID!', note: 'ID!', text: 'String!' },
      { incident, note, text },
      id,
    );
  }
}
