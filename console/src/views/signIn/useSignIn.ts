import { useState } from 'react';
import { tell } from '../../api/client.ts';
import { signInDocument } from '../../api/documents/session.ts';
import { beginSession } from '../../store/session.ts';

type SignInState =
  | { readonly at: 'idle' | 'asking' | 'unreachable' }
  | { readonly at: 'refused'; readonly message: string };

/** Asks for a session and begins it; what is refused keeps the server's sentence. */
export function useSignIn() {
  const [state, setState] = useState<SignInState>({ at: 'idle' });
  const signIn = async (account: string, password: string, keep: boolean): Promise<void> => {
    setState({ at: 'asking' });
    try {
      const { signIn: result } = await tell(signInDocument, { account, password });
      if (result.__typename === 'Session') beginSession(result, keep);
      else setState({ at: 'refused', message: result.message });
    } catch {
      setState({ at: 'unreachable' });
    }
  };
  return { state, signIn };
}
