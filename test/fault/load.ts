import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SignedIn } from './people.ts';

/** Stories of incidents, told by several people at once until they are stopped. */
export interface Load {
  /** Commands that had their answer, by its kind. */
  readonly answers: ReadonlyMap<string, number>;
  /** Tells the stories under way to their end; resolves when every command had its answer. */
  stop(): Promise<void>;
}

export interface LoadOptions {
  /** The gateway to send the next attempt to. */
  readonly url: () => string;
  readonly people: readonly SignedIn[];
  /** Of 0 to 1, seeded. */
  readonly random: () => number;
  /** Stories at once. */
  readonly stories: number;
  /** Between a story's commands, in milliseconds. */
  readonly pause: number;
}

type Send = (account: string, name: string, types: string, values: object) => Promise<string>;

/** Sends with one command id until there is an answer, through whichever gateway is there. */
function sender({ url, people }: LoadOptions, answers: Map<string, number>): Send {
  const tokens = new Map(people.map(({ account, token }) => [account, token]));
  return async (account, name, types, values) => {
    const args = types.replace(/\$(\w+): [^,]+/g, '$1: $$$1');
    const body = JSON.stringify({
      query: `mutation($command: CommandInput!, ${types}) {
        answer: ${name}(command: $command, ${args}) { __typename } }`,
      variables: { command: { id: randomUUID() }, ...values },
    });
    for (;;) {
      const kind = await attempt(`${url()}/graphql`, tokens.get(account) ?? '', body);
      if (kind === undefined) {
        await sleep(100);
        continue;
      }
      answers.set(kind, (answers.get(kind) ?? 0) + 1);
      return kind;
    }
  };
}

interface Answered {
  readonly data?: { readonly answer?: { readonly __typename: string } };
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

/** Undefined where it is to be sent again: nobody answered, or who did has no log for now. */
async function attempt(url: string, token: string, body: string): Promise<string | undefined> {
  const answered = await post(url, token, body).catch(() => undefined);
  const code = answered?.errors?.[0]?.extensions.code;
  if (code !== undefined && code !== 'UNAVAILABLE' && code !== 'INTERNAL')
    throw new Error(`${JSON.stringify(answered)} to ${body}`);
  return answered?.data?.answer?.__typename;
}

async function post(url: string, token: string, body: string): Promise<Answered> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body,
    signal: AbortSignal.timeout(10_000),
  });
  return (await response.json()) as Answered;
}

const departments = ['fire', 'police', 'gas', 'power', 'health'];

/** From the report to the end of every task; some are cancelled at once. */
async function* story(send: Send, random: () => number): AsyncGenerator<string> {
  const incident = randomUUID();
  const report = {
    incident,
    report: randomUUID(),
    city: 'xinghe',
    channel: 'PHONE',
    what: `Smell of gas, ${Math.floor(random() * 1e6)}`,
    place: { address: `Riverside Road ${Math.floor(random() * 200)}` },
  };
  yield send('dispatcher', 'reportIncident', '$report: ReportInput!', { report });
  if (random() < 0.15) {
    const end = { incident, reason: 'FALSE', note: 'nothing there' };
    const types = '$incident: ID!, $reason: CancelReason!, $note: String!';
    return void (yield send('dispatcher', 'cancelIncident', types, end));
  }
  const confirm = { type: 'gas-leak', priority: 2 };
  const confirmTypes = '$incident: ID!, $confirm: ConfirmInput!';
  yield send('dispatcher2', 'confirmIncident', confirmTypes, { incident, confirm });
  const tasks = departments
    .filter(() => random() < 0.6)
    .map((department) => ({
      task: randomUUID(),
      department,
      part: 'ASSIST',
      instruction: 'Look after it',
    }));
  if (tasks.length === 0) return;
  const assignTypes = '$incident: ID!, $tasks: [NewTaskInput!]!';
  yield send('commander', 'assignTasks', assignTypes, { incident, tasks });
  const one = '$incident: ID!, $task: ID!';
  for (const { task, department } of tasks) {
    yield send(department, 'acceptTask', one, { incident, task });
    if (random() < 0.3) continue;
    yield send(department, 'startTask', one, { incident, task });
    const done = { incident, task, note: 'done' };
    yield send(department, 'finishTask', `${one}, $note: String!`, done);
    yield send('dispatcher', 'verifyTask', one, { incident, task });
  }
}

export function startLoad(options: LoadOptions): Load {
  const answers = new Map<string, number>();
  const send = sender(options, answers);
  let stopped = false;
  const tell = async (): Promise<void> => {
    while (!stopped)
      for await (const _answer of story(send, options.random)) {
        if (stopped) return;
        await sleep(options.pause * (0.5 + options.random()));
      }
  };
  const telling = Promise.all(Array.from({ length: options.stories }, tell));
  return {
    answers,
    stop: async () => {
      stopped = true;
      await telling;
    },
  };
}
