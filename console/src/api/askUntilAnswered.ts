import { type AnyVariables, CombinedError, type TypedDocumentNode } from '@urql/core';
import { ask, refusalIn } from './client.ts';

const retryMs = 5_000;

/**
 * Asks until there is an answer or a refusal. What got neither is told as failed, and asked again
 * every five seconds. Gives how to stop; nothing is told after that.
 */
export function askUntilAnswered<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  told: {
    readonly answered: (data: Data) => void;
    /** With why it was refused; undefined when it is asked again. */
    readonly failed: (why: string | undefined) => void;
  },
  requestPolicy?: 'network-only' | 'cache-first',
): () => void {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const put = async (): Promise<void> => {
    try {
      const data = await ask(document, variables, requestPolicy);
      if (!stopped) told.answered(data);
    } catch (error) {
      if (stopped) return;
      const why = error instanceof CombinedError ? refusalIn(error) : undefined;
      told.failed(why);
      if (why === undefined) timer = setTimeout(() => void put(), retryMs);
    }
  };
  void put();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
