import type { ServerResponse } from 'node:http';
import type { ExecutionResult } from 'graphql';
import type { Facts } from '../messages/index.ts';
import { type Language, type MessageCode, message } from '../messages/index.ts';

/** Sends JSON with its length, so that the connection can be kept. */
export function sendJson(
  response: ServerResponse,
  status: number,
  body: string,
  type = 'application/json; charset=utf-8',
): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}

/** A refusal in the form of a GraphQL answer. */
export function sendRefusal(
  response: ServerResponse,
  status: number,
  language: Language,
  code: MessageCode,
  facts: Facts = {},
): void {
  const error = { message: message(language, code, facts), extensions: { code, facts } };
  sendJson(response, status, JSON.stringify({ errors: [error] }));
}

const modern = 'application/graphql-response+json';

/** Sends a GraphQL result in the form that the client accepts (GraphQL over HTTP). */
export function sendResult(
  response: ServerResponse,
  accept: string | undefined,
  result: ExecutionResult,
): void {
  const body = JSON.stringify(result);
  if (accept?.includes(modern))
    sendJson(response, 'data' in result ? 200 : 400, body, `${modern}; charset=utf-8`);
  else sendJson(response, 200, body);
}
