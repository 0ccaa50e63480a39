import type { Accepted, Conflict, Rejected } from '../api/types.ts';

/** One command on its way, from the button to the answer. */
export type CommandState =
  | { readonly at: 'idle' }
  | { readonly at: 'sending'; readonly attempt: number }
  /** The network failed; the same command waits to be sent again. */
  | { readonly at: 'lost'; readonly attempt: number }
  | { readonly at: 'accepted'; readonly result: Accepted }
  | { readonly at: 'rejected'; readonly result: Rejected }
  | { readonly at: 'conflict'; readonly result: Conflict }
  /** The server failed on it, and says so. */
  | { readonly at: 'failed'; readonly message: string };

export type CommandAction =
  | { readonly type: 'sent' }
  | { readonly type: 'answered'; readonly result: Accepted | Rejected | Conflict }
  | { readonly type: 'lost' }
  | { readonly type: 'failed'; readonly message: string }
  | { readonly type: 'reset' };

export const idle: CommandState = { at: 'idle' };
/** Attempts that are made without asking; afterwards a person presses the button. */
export const attempts = 4;

const answered = (result: Accepted | Rejected | Conflict): CommandState => {
  switch (result.__typename) {
    case 'Accepted':
      return { at: 'accepted', result };
    case 'Rejected':
      return { at: 'rejected', result };
    case 'Conflict':
      return { at: 'conflict', result };
  }
};

export function onCommand(state: CommandState, action: CommandAction): CommandState {
  switch (action.type) {
    case 'sent':
      return { at: 'sending', attempt: 'attempt' in state ? state.attempt + 1 : 1 };
    case 'answered':
      return answered(action.result);
    case 'lost':
      return { at: 'lost', attempt: 'attempt' in state ? state.attempt : 1 };
    case 'failed':
      return { at: 'failed', message: action.message };
    case 'reset':
      return idle;
  }
}

/** Milliseconds until the next attempt of a lost command; null when a person has to decide. */
export const nextAttempt = (state: CommandState): number | null =>
  state.at === 'lost' && state.attempt < attempts ? 1000 * 2 ** (state.attempt - 1) : null;
