import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { type CommandState, idle, nextAttempt, onCommand } from '../store/commandState.ts';
import {
  type CommandDocument,
  type CommandVariables,
  isLost,
  isWithOneself,
  nameOf,
  type Prepared,
  prepare,
  type Said,
} from './command.ts';
import type { Accepted } from './types.ts';

export interface Sending {
  readonly state: CommandState;
  readonly busy: boolean;
  readonly send: (prepared: Prepared) => void;
  /** Sends the same command, with the same id, once more. */
  readonly again: () => void;
  /** Says the same anew, as one who has seen this revision. */
  readonly resend: (revision: string) => void;
  readonly reset: () => void;
}

/**
 * Sends a command and keeps what became of it. `onAccepted` is called once.
 * A command whose answer was lost is sent again by itself a few times, then on request.
 */
export function useSending(onAccepted: (result: Accepted) => void = () => {}): Sending {
  const [state, dispatch] = useReducer(onCommand, idle);
  const current = useRef<Prepared | null>(null);
  const accepted = useRef(onAccepted);
  accepted.current = onAccepted;

  const deliver = useCallback(async (prepared: Prepared): Promise<void> => {
    dispatch({ type: 'sent' });
    try {
      const result = await prepared.send();
      if (current.current !== prepared) return;
      if (result.__typename === 'Conflict' && isWithOneself(result)) {
        current.current = prepared.seeing(result.actualRevision);
        return deliver(current.current);
      }
      dispatch({ type: 'answered', result });
      if (result.__typename === 'Accepted') accepted.current(result);
    } catch (error) {
      if (current.current !== prepared) return;
      if (isLost(error)) dispatch({ type: 'lost' });
      else dispatch({ type: 'failed', message: error instanceof Error ? error.message : '' });
    }
  }, []);

  const again = useCallback(() => {
    if (current.current) void deliver(current.current);
  }, [deliver]);

  const send = useCallback(
    (prepared: Prepared) => {
      current.current = prepared;
      dispatch({ type: 'reset' });
      void deliver(prepared);
    },
    [deliver],
  );

  const resend = useCallback(
    (revision: string) => {
      if (current.current) send(current.current.seeing(revision));
    },
    [send],
  );

  const reset = useCallback(() => {
    current.current = null;
    dispatch({ type: 'reset' });
  }, []);

  useEffect(() => {
    const wait = nextAttempt(state);
    if (wait === null) return;
    const timer = setTimeout(again, wait);
    return () => clearTimeout(timer);
  }, [state, again]);

  const busy = state.at === 'sending' || state.at === 'lost';
  return { state, busy, send, again, resend, reset };
}

export interface Commanding<V extends CommandVariables>
  extends Pick<Sending, 'state' | 'busy' | 'again' | 'reset'> {
  /** The mutation's name. */
  readonly name: string;
  /** Draws a command id and sends. */
  readonly run: (said: Said<V>, expectedRevision?: string) => void;
}

/** Sends one kind of command, as `useSending` does. */
export function useCommand<V extends CommandVariables>(
  document: CommandDocument<V>,
  onAccepted: (result: Accepted) => void = () => {},
): Commanding<V> {
  const { send, state, busy, again, reset } = useSending(onAccepted);
  const run = useCallback(
    (said: Said<V>, expectedRevision?: string) => send(prepare(document, said, expectedRevision)),
    [document, send],
  );
  return { name: nameOf(document), state, busy, run, again, reset };
}

/**
 * The revision that stood when a form was opened: what the person who fills it in has seen. Should
 * somebody act meanwhile, the command sent with it is answered by a conflict that names them.
 */
export const useRevisionSeen = <R extends string | undefined>(revision: R): R =>
  useState(revision)[0];
