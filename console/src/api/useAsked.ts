import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useEffect, useState } from 'react';
import { ask } from './client.ts';

export type Asked<Data> =
  | { readonly at: 'loading' }
  | { readonly at: 'failed' }
  | { readonly at: 'known'; readonly data: Data };

/**
 * What a query answers, asked again whenever the variables or `since` change: what was known is
 * shown until then. `since` is anything that says that the answer may have become another one.
 */
export function useAsked<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  since = '',
): Asked<Data> {
  const [asked, setAsked] = useState<Asked<Data>>({ at: 'loading' });
  const said = JSON.stringify(variables);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `since` is a reason to ask again
  useEffect(() => {
    let stopped = false;
    ask(document, JSON.parse(said) as Variables).then(
      (data) => stopped || setAsked({ at: 'known', data }),
      () => stopped || setAsked({ at: 'failed' }),
    );
    return () => {
      stopped = true;
    };
  }, [document, said, since]);
  return asked;
}
