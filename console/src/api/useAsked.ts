import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useEffect, useState } from 'react';
import { askUntilAnswered } from './askUntilAnswered.ts';

export type Asked<Data> =
  | { readonly at: 'loading' }
  /** `why` is there when it was refused; else it is being asked again. */
  | { readonly at: 'failed'; readonly why: string | undefined }
  | { readonly at: 'known'; readonly data: Data };

/**
 * What a query answers, asked again whenever the variables or `since` change: what was known is
 * shown until then. What got no answer is asked again. `since` is anything that says that the answer may have become another one.
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
    return askUntilAnswered(document, JSON.parse(said) as Variables, {
      answered: (data) => setAsked({ at: 'known', data }),
      failed: (why) => setAsked({ at: 'failed', why }),
    });
  }, [document, said, since]);
  return asked;
}
