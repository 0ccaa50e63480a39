import { randomUUID } from 'node:crypto';
import { note } from '../world/incident.ts';

const answer = `{
  __typename
  ... on Accepted { revision position repeated }
  ... on Rejected { code field message }
  ... on Conflict { actualRevision message }
}`;

const addNote = `mutation AddNote($command: CommandInput!, $incident: ID!, $note: ID!, $text: String!) {
  result: addNote(command: $command, incident: $incident, note: $note, text: $text) ${answer}
}`;

const acceptTask = `mutation AcceptTask($command: CommandInput!, $incident: ID!, $task: ID!) {
  result: acceptTask(command: $command, incident: $incident, task: $task) ${answer}
}`;

const command = () => ({ id: randomUUID(), console: 'console-1' });

/** The bytes of one POST to /graphql. */
export function request(token: string, query: string, variables: object): Buffer {
  const body = Buffer.from(JSON.stringify({ query, variables }));
  const head = [
    'POST /graphql HTTP/1.1',
    'host: 127.0.0.1',
    'content-type: application/json',
    'accept: application/json',
    `authorization: Bearer ${token}`,
    `content-length: ${body.length}`,
    '\r\n',
  ];
  return Buffer.concat([Buffer.from(head.join('\r\n')), body]);
}

export const addNoteRequest = (token: string, incident: string): Buffer =>
  request(token, addNote, { command: command(), incident, ...note().data });

export const acceptTaskRequest = (token: string, incident: string, task: string): Buffer =>
  request(token, acceptTask, { command: command(), incident, task });

/** The revision of an accepted command, carried out for the first time; else undefined. */
export function acceptedRevision(body: string): string | undefined {
  if (!body.includes('"__typename":"Accepted"') || !body.includes('"repeated":false'))
    return undefined;
  return /"revision":"(\d+)"/.exec(body)?.[1];
}
