import type { IncomingMessage, ServerResponse } from 'node:http';
import { moment } from '@tocsin/domain/store';
import type { GraphQLParams } from 'graphql-yoga';
import { gatewayActor } from '../access/trace.ts';
import { nameFault } from '../commands/ids.ts';
import type { GatewayParts, RequestContext } from '../context.ts';
import { type Language, languageOf } from '../messages/index.ts';
import { largestRequest, run, type Yoga } from '../operation/pipeline.ts';
import type { Viewer } from '../rules/index.ts';
import { sendRefusal, sendResult } from './answers.ts';
import { readBody } from './readBody.ts';

const bearer = /^Bearer +(\S+)$/i;

/** Who sends the request: nobody without a token; undefined for a token that opens nothing. */
async function authenticate(
  { sessions }: GatewayParts,
  header: string | undefined,
): Promise<{ readonly viewer: Viewer | undefined } | undefined> {
  if (header === undefined) return { viewer: undefined };
  const token = bearer.exec(header)?.[1];
  const signedIn = token === undefined ? undefined : await sessions.authenticate(token);
  return signedIn && { viewer: signedIn.viewer };
}

function paramsOf(body: string): GraphQLParams | undefined {
  try {
    const { query, variables, operationName } = JSON.parse(body) as GraphQLParams;
    const fits =
      typeof query === 'string' &&
      typeof (variables ?? {}) === 'object' &&
      !Array.isArray(variables) &&
      typeof (operationName ?? '') === 'string';
    if (!fits) return undefined;
    return {
      query,
      ...(variables ? { variables } : {}),
      ...(operationName ? { operationName } : {}),
    };
  } catch {
    return undefined;
  }
}

/** A token that is forged, broken or expired; it is nobody's. */
export const refusedToken = ({ access }: GatewayParts, address: string): Promise<void> =>
  access.refused(gatewayActor, {
    kind: 'attemptRefused',
    what: 'token',
    code: 'unauthenticated',
    address,
  });

/** The header in which a console names itself. */
const consoleHeader = 'x-tocsin-console';
/** What a console calls itself; undefined for what can't be a name. */
export const consoleNamed = (named: unknown): string | undefined =>
  typeof named === 'string' && named !== '' && !nameFault({ console: named }) ? named : undefined;

const isPlainJson = ({ method, headers }: IncomingMessage): boolean =>
  method === 'POST' && /^application\/json\b/i.test(headers['content-type'] ?? '');

/** Answers /graphql: plain JSON requests on the short path, everything else through Yoga. */
export function graphqlHandler(parts: GatewayParts, yoga: Yoga) {
  async function answerJson(
    request: IncomingMessage,
    response: ServerResponse,
    context: RequestContext,
  ): Promise<void> {
    const started = performance.now();
    const { language } = context;
    const body = await readBody(request, largestRequest);
    if (body === undefined) {
      response.setHeader('connection', 'close');
      return sendRefusal(response, 413, language, 'TOO_LARGE', { max: largestRequest });
    }
    const params = paramsOf(body);
    if (!params) return sendRefusal(response, 400, language, 'NOT_JSON');
    const { result, operation } = await run(yoga, params, context);
    await Promise.all(context.traces ?? []);
    sendResult(response, request.headers.accept, result);
    parts.metrics.http.observe({ operation }, (performance.now() - started) / 1000);
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const begun = moment();
    const { headers, socket } = request;
    const language: Language = languageOf(headers['accept-language']);
    const sender = await authenticate(parts, headers.authorization);
    const address = socket.remoteAddress ?? '';
    if (!sender) {
      await refusedToken(parts, address);
      return sendRefusal(response, 401, language, 'unauthenticated');
    }
    const context: RequestContext = {
      parts,
      language,
      address,
      transport: 'http',
      begun,
      viewer: sender.viewer,
      console: consoleNamed(headers[consoleHeader]),
      traces: [],
    };
    if (isPlainJson(request)) return answerJson(request, response, context);
    await yoga.handle(request, response, context);
    await Promise.all(context.traces ?? []);
  };
}
