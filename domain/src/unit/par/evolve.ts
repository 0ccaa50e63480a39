import type { ParEvent, ParState } from './events.ts';

const after = (par: ParState | undefined, event: ParEvent, at: string): ParState => {
  const { check } = event.data;
  switch (event.type) {
    case 'ParRequested':
      return { ...par, check, answerBy: event.data.answerBy };
    case 'ParOverdue':
      return { ...par, check, overdueSince: at };
    case 'ParConfirmed': {
      const { nextDue } = event.data;
      return { check: check + 1, ...(nextDue === undefined ? {} : { due: nextDue }) };
    }
  }
};

/** The active assignment after one of its checks. */
export const evolvePar = <A extends { readonly assignment: string; readonly par?: ParState }>(
  active: A,
  event: ParEvent,
  at: string,
): A =>
  active.assignment === event.data.assignment
    ? { ...active, par: after(active.par, event, at) }
    : active;
