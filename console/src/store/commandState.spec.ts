import { describe, expect, it } from 'vitest';
import { attempts, type CommandState, idle, nextAttempt, onCommand } from './commandState.ts';

const lostAfter = (times: number): CommandState => {
  let state = idle;
  for (let i = 0; i < times; i += 1) {
    state = onCommand(onCommand(state, { type: 'sent' }), { type: 'lost' });
  }
  return state;
};

describe('a command on its way', () => {
  it('is tried again later and later, then waits for a person', () => {
    expect([1, 2, 3, attempts].map((times) => nextAttempt(lostAfter(times)))).toEqual([
      1000,
      2000,
      4000,
      null,
    ]);
  });

  it('keeps what the server answered', () => {
    const sent = onCommand(idle, { type: 'sent' });
    const accepted = {
      __typename: 'Accepted',
      revision: '3',
      position: '9',
      repeated: false,
      id: null,
    } as const;
    expect(onCommand(sent, { type: 'answered', result: accepted })).toEqual({
      at: 'accepted',
      result: accepted,
    });
    const rejected = {
      __typename: 'Rejected',
      code: 'required',
      field: 'note',
      message: 'Say it.',
      facts: {},
    } as const;
    expect(onCommand(sent, { type: 'answered', result: rejected }).at).toBe('rejected');
  });

  it('begins anew after a reset', () => {
    const again = onCommand(onCommand(lostAfter(3), { type: 'reset' }), { type: 'sent' });
    expect(again).toEqual({ at: 'sending', attempt: 1 });
  });
});
