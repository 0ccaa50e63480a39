import type { Recorded } from '../../metadata.ts';
import type { IncidentEvent } from '../events.ts';
import type { CommandCommand } from './commands.ts';

const ends: readonly IncidentEvent['type'][] = ['IncidentClosed', 'IncidentCancelled'];

/** Who is in command, who holds the role, whether the consultation is still open. */
export function touchesCommand(command: CommandCommand, event: Recorded<IncidentEvent>): boolean {
  if (command.type === 'AddAttachment') return false;
  if (command.type === 'StrikeEntry')
    return event.type === 'EntryStruck' && event.data.revision === command.data.revision;
  if (ends.includes(event.type)) return true;
  switch (command.type) {
    case 'TakeCommand':
    case 'TransferCommand':
      return (
        event.type === 'CommandTaken' ||
        event.type === 'CommandTransferred' ||
        (event.type === 'RoleAssigned' && event.data.role === 'incidentCommander')
      );
    case 'AssignRole':
    case 'RelieveRole':
      return (
        (event.type === 'RoleAssigned' || event.type === 'RoleRelieved') &&
        event.data.role === command.data.role
      );
    case 'OpenConsultation':
    case 'ReportSituation':
    case 'JoinConsultation':
      return false;
    case 'RecordDecision':
      if (event.type === 'TaskAssigned')
        return event.data.department === command.data.becomes?.department;
      return (
        event.type === 'ConsultationClosed' && event.data.consultation === command.data.consultation
      );
    case 'CloseConsultation':
      return (
        event.type === 'ConsultationClosed' && event.data.consultation === command.data.consultation
      );
  }
}
