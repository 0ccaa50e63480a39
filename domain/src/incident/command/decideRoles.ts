import { firstFault, longText, oneOfFault, shortText, textFault } from '../../check.ts';
import type { CommandRole } from '../../city/plan.ts';
import type { Actor } from '../../metadata.ts';
import { type Rejection, reject } from '../../rejection.ts';
import type { Decision, IncidentContext } from '../context.ts';
import type { Incident } from '../incident.ts';
import type { CommandCommand } from './commands.ts';
import { endedFault } from './ended.ts';
import type { RoleHolder } from './events.ts';

type Of<T extends CommandCommand['type']> = Extract<CommandCommand, { type: T }>['data'];

export const commandRoles: readonly CommandRole[] = [
  'incidentCommander',
  'safety',
  'information',
  'liaison',
  'operations',
  'planning',
  'logistics',
  'finance',
];

const holderOf = ({ id: account, name, department }: Actor): RoleHolder =>
  department === undefined ? { account, name } : { account, name, department };

const inCommand = (incident: Incident) => incident.roles.get('incidentCommander');

/** A liaison directs an incident only while in command of it; the command centre always may. */
export function directsFault(incident: Incident, actor: Actor): Rejection | undefined {
  const holder = inCommand(incident);
  if (actor.role !== 'liaison' || holder?.account === actor.id) return undefined;
  return reject('notInCommand', holder ? { name: holder.name } : {}, 'incident');
}

function holderFault(
  { account, name, department }: RoleHolder,
  { city }: IncidentContext,
  at: string,
): Rejection | undefined {
  const fault = firstFault(
    textFault(account, `${at}account`, shortText),
    textFault(name, `${at}name`, shortText),
  );
  if (fault || department === undefined || city?.departments.has(department)) return fault;
  return reject('unknownDepartment', { department }, `${at}department`);
}

/** A commander takes it from whoever has it; a dispatcher only where nobody does. */
export function takeCommand(incident: Incident, { actor }: IncidentContext): Decision {
  const ended = endedFault(incident);
  if (ended) return ended;
  const holder = inCommand(incident);
  if (holder?.account === actor.id) return [];
  if (holder && actor.role !== 'commander')
    return reject('commandTaken', { name: holder.name }, 'incident');
  return [{ type: 'CommandTaken', data: { role: 'incidentCommander', ...holderOf(actor) } }];
}

/** Whoever held the role before is relieved by it; command itself is only transferred. */
export function assignRole(
  data: Of<'AssignRole'>,
  incident: Incident,
  context: IncidentContext,
): Decision {
  const fault = firstFault(
    endedFault(incident),
    oneOfFault(data.role, commandRoles, 'role'),
    holderFault(data, context, ''),
    directsFault(incident, context.actor),
  );
  if (fault) return fault;
  const holder = incident.roles.get(data.role);
  if (holder?.account === data.account) return [];
  if (holder && data.role === 'incidentCommander')
    return reject('commandTaken', { name: holder.name }, 'role');
  return [{ type: 'RoleAssigned', data }];
}

export function relieveRole(
  { role, reason }: Of<'RelieveRole'>,
  incident: Incident,
  { actor }: IncidentContext,
): Decision {
  const fault = firstFault(
    endedFault(incident),
    oneOfFault(role, commandRoles, 'role'),
    textFault(reason, 'reason', longText),
    directsFault(incident, actor),
  );
  if (fault) return fault;
  if (role === 'incidentCommander') return reject('commandOnlyTransferred', {}, 'role');
  const holder = incident.roles.get(role);
  if (!holder) return reject('roleVacant', { role }, 'role');
  const { since, ...who } = holder;
  return [{ type: 'RoleRelieved', data: { role, ...who, reason } }];
}

export function transferCommand(
  { to, briefing }: Of<'TransferCommand'>,
  incident: Incident,
  context: IncidentContext,
): Decision {
  const fault = firstFault(
    endedFault(incident),
    holderFault(to, context, 'to.'),
    textFault(briefing, 'briefing', longText),
  );
  if (fault) return fault;
  const holder = inCommand(incident);
  if (!holder) return reject('nobodyInCommand', {}, 'incident');
  const { actor } = context;
  if (holder.account !== actor.id && actor.role !== 'commander')
    return reject('notInCommand', { name: holder.name }, 'incident');
  if (holder.account === to.account) return [];
  const { since, ...from } = holder;
  return [{ type: 'CommandTransferred', data: { from, to, briefing } }];
}
