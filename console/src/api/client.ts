import {
  type AnyVariables,
  Client,
  type CombinedError,
  cacheExchange,
  fetchExchange,
  type TypedDocumentNode,
} from '@urql/core';
import { language } from '../store/preferences.ts';
import { consoleId, endSession, session } from '../store/session.ts';

const headers = (): Record<string, string> => {
  const token = session.get()?.token;
  return {
    'accept-language': language.get(),
    'x-tocsin-console': consoleId,
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
};

/** Queries and mutations over HTTP; the document cache serves reference data only. */
export const client = new Client({
  url: '/graphql',
  preferGetMethod: false,
  requestPolicy: 'network-only',
  fetchOptions: () => ({ headers: headers() }),
  exchanges: [cacheExchange, fetchExchange],
});

export const codeOf = (error: CombinedError): string | undefined => {
  const code = error.graphQLErrors[0]?.extensions.code;
  return typeof code === 'string' ? code : undefined;
};

/** The server may come to answer these. */
const passing = new Set(['UNAVAILABLE', 'INTERNAL']);

/**
 * Why the server will not answer a question, in the reader's language; undefined where asking again
 * may help.
 */
export function refusalIn(error: CombinedError): string | undefined {
  const code = codeOf(error);
  return code === undefined || passing.has(code) ? undefined : error.graphQLErrors[0]?.message;
}

const isUnauthenticated = (error: CombinedError): boolean =>
  error.response?.status === 401 || codeOf(error) === 'unauthenticated';

/** The answer's data. Throws a CombinedError; a session that is over ends here. */
export async function ask<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  requestPolicy: 'network-only' | 'cache-first' = 'network-only',
): Promise<Data> {
  const answer = await client.query(document, variables, { requestPolicy }).toPromise();
  return settled(answer);
}

export async function tell<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  return settled(await client.mutation(document, variables).toPromise());
}

function settled<Data>(answer: {
  data?: Data | undefined;
  error?: CombinedError | undefined;
}): Data {
  if (answer.error) {
    if (isUnauthenticated(answer.error)) endSession('expired');
    throw answer.error;
  }
  if (answer.data === undefined) throw new Error('The server answered without data.');
  return answer.data;
}
