import { longText, textFault } from '../check.ts';
import { type Rejection, reject } from '../rejection.ts';
import type { DutyCommand, DutyDesk, DutyEvent, Handover, HandoverFacts } from './events.ts';
import { holds } from './evolve.ts';

type Decided = readonly DutyEvent[] | Rejection;
type HandoverCommand = Extract<
  DutyCommand,
  { type: 'HandOverShift' | 'AcceptHandover' | 'WithdrawHandover' }
>;

/** Most entries of each kind that a handover lists; the counts say how many there were. */
export const mostListed = 200;

function handOver(data: HandoverFacts, desk: DutyDesk): Decided {
  const { handover, role, from, to, note, open } = data;
  if (desk.handovers.some((known) => known.handover === handover))
    return reject('alreadyExists', { handover }, 'handover');
  const own = { account: from.account, role };
  if (!desk.onDuty.some(holds(own))) return reject('notOnDuty', { name: from.name }, 'role');
  if (to.account === from.account) return reject('handoverToOneself', {}, 'to');
  const fault = textFault(note, 'note', longText);
  if (fault) return fault;
  const waiting = desk.handovers.some(
    (known) => known.status === 'offered' && holds(own)({ ...known.from, role: known.role }),
  );
  if (waiting) return reject('handoverPending', { name: from.name });
  const { incidents, tasks, actions } = open;
  const longest = Math.max(incidents.length, tasks.length, actions.length);
  if (longest > mostListed) return reject('tooMany', { max: mostListed, count: longest }, 'open');
  return [{ type: 'ShiftHandedOver', data }];
}

/** The shift changes hands at this moment: nobody is missing in between, and nobody is double. */
function accept({ handover, role, from, to }: Handover, desk: DutyDesk): readonly DutyEvent[] {
  const { city, department, onDuty } = desk;
  const accepted: DutyEvent = { type: 'HandoverAccepted', data: { handover, role } };
  const taken: DutyEvent = { type: 'DutyTaken', data: { city, department, ...to, role } };
  const ended: DutyEvent = { type: 'DutyEnded', data: { ...from, role } };
  const isOn = (account: string) => onDuty.some(holds({ account, role }));
  return [accepted, ...(isOn(to.account) ? [] : [taken]), ...(isOn(from.account) ? [ended] : [])];
}

export function decideHandover(command: HandoverCommand, desk: DutyDesk): Decided {
  if (command.type === 'HandOverShift') return handOver(command.data, desk);
  const { handover: id, account } = command.data;
  const handover = desk.handovers.find((known) => known.handover === id);
  if (!handover) return reject('unknownHandover', {}, 'handover');
  const { status, from, to } = handover;
  const accepting = command.type === 'AcceptHandover';
  const answerer = accepting ? to : from;
  if (account !== answerer.account) return reject('handoverNotYours', { name: answerer.name });
  const wanted = accepting ? 'accepted' : 'withdrawn';
  if (status === wanted) return [];
  if (status !== 'offered') return reject('handoverStatus', { status });
  return accepting
    ? accept(handover, desk)
    : [{ type: 'HandoverWithdrawn', data: { handover: id } }];
}
