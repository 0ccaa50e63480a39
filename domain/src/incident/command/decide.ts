import type { Decision, IncidentContext } from '../context.ts';
import type { Incident } from '../incident.ts';
import type { CommandCommand } from './commands.ts';
import {
  closeConsultation,
  joinConsultation,
  openConsultation,
  recordDecision,
} from './decideConsultation.ts';
import { addAttachment, reportSituation, strikeEntry } from './decideRecord.ts';
import { assignRole, relieveRole, takeCommand, transferCommand } from './decideRoles.ts';

const types: Readonly<Record<CommandCommand['type'], true>> = {
  TakeCommand: true,
  AssignRole: true,
  RelieveRole: true,
  TransferCommand: true,
  OpenConsultation: true,
  JoinConsultation: true,
  RecordDecision: true,
  CloseConsultation: true,
  ReportSituation: true,
  AddAttachment: true,
  StrikeEntry: true,
};

export const isOfCommand = <C extends { readonly type: string }>(
  command: C,
): command is Extract<C, { type: CommandCommand['type'] }> => Object.hasOwn(types, command.type);

export function decideCommand(
  command: CommandCommand,
  incident: Incident,
  context: IncidentContext,
): Decision {
  switch (command.type) {
    case 'TakeCommand':
      return takeCommand(incident, context);
    case 'AssignRole':
      return assignRole(command.data, incident, context);
    case 'RelieveRole':
      return relieveRole(command.data, incident, context);
    case 'TransferCommand':
      return transferCommand(command.data, incident, context);
    case 'OpenConsultation':
      return openConsultation(command.data, incident, context);
    case 'JoinConsultation':
      return joinConsultation(command.data, incident, context);
    case 'RecordDecision':
      return recordDecision(command.data, incident, context);
    case 'CloseConsultation':
      return closeConsultation(command.data, incident, context);
    case 'ReportSituation':
      return reportSituation(command.data, incident, context);
    case 'AddAttachment':
      return addAttachment(command.data, incident);
    case 'StrikeEntry':
      return strikeEntry(command.data, incident, context);
  }
}
