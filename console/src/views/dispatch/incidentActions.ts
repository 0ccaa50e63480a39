import type { Incident, Task } from '../../api/types.ts';

export type IncidentActionName =
  | 'confirm'
  | 'assign'
  | 'note'
  | 'contain'
  | 'resolve'
  | 'close'
  | 'reopen'
  | 'cancel';

type Status = Incident['status'];

interface Offer {
  readonly name: IncidentActionName;
  readonly command: string;
  readonly when: readonly Status[];
}

const open: readonly Status[] = ['REPORTED', 'CONFIRMED', 'RESPONDING', 'CONTAINED'];
const atWork: readonly Status[] = ['CONFIRMED', 'RESPONDING', 'CONTAINED'];
const always: readonly Status[] = [...open, 'RESOLVED', 'CLOSED', 'CANCELLED', 'MERGED'];

const offers: readonly Offer[] = [
  { name: 'confirm', command: 'confirmIncident', when: ['REPORTED'] },
  { name: 'assign', command: 'assignTasks', when: atWork },
  { name: 'close', command: 'closeIncident', when: ['RESOLVED'] },
  { name: 'note', command: 'addNote', when: always },
  { name: 'contain', command: 'markContained', when: ['CONFIRMED', 'RESPONDING'] },
  { name: 'resolve', command: 'resolveIncident', when: atWork },
  { name: 'reopen', command: 'reopenIncident', when: ['RESOLVED', 'CLOSED', 'CANCELLED'] },
  { name: 'cancel', command: 'cancelIncident', when: open },
];

/** What may be done with an incident in its state, by a viewer with these permissions. */
export const incidentActionsOn = ({
  status,
  may,
}: Pick<Incident, 'status' | 'may'>): readonly IncidentActionName[] =>
  offers
    .filter((offer) => offer.when.includes(status) && may.includes(offer.command))
    .map((offer) => offer.name);

export type TaskActionName =
  | 'uphold'
  | 'reject'
  | 'verify'
  | 'return'
  | 'urge'
  | 'reassign'
  | 'deadline'
  | 'lead'
  | 'cancelTask';

const taskCommands: Readonly<Record<TaskActionName, string>> = {
  uphold: 'upholdObjection',
  reject: 'rejectObjection',
  verify: 'verifyTask',
  return: 'returnTask',
  urge: 'urgeTask',
  reassign: 'reassignTask',
  deadline: 'changeTaskDeadlines',
  lead: 'transferLead',
  cancelTask: 'cancelTask',
};

const inState = (status: Task['status']): readonly TaskActionName[] => {
  switch (status) {
    case 'OBJECTED':
      return ['uphold', 'reject'];
    case 'DONE':
      return ['verify', 'return'];
    case 'VERIFIED':
    case 'CANCELLED':
      return [];
    default:
      return ['urge', 'reassign', 'deadline', 'lead', 'cancelTask'];
  }
};

export const taskActionsOn = (
  task: Pick<Task, 'status' | 'part'>,
  { may }: Pick<Incident, 'may'>,
): readonly TaskActionName[] =>
  inState(task.status).filter(
    (name) => may.includes(taskCommands[name]) && !(name === 'lead' && task.part === 'LEAD'),
  );
