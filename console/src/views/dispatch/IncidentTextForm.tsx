import {
  addNote,
  closeIncident,
  reopenIncident,
  resolveIncident,
} from '../../api/documents/incidentCommands.ts';
import type { Incident } from '../../api/types.ts';
import { useCommand, useRevisionSeen } from '../../api/useCommand.ts';
import { useWords } from '../../app/words.ts';
import { TextCommand } from '../../parts/TextCommand.tsx';

interface Props {
  readonly incident: Incident;
  readonly onDone: () => void;
}

function Note({ incident, onDone }: Props) {
  const { t } = useWords();
  const command = useCommand(addNote, onDone);
  return (
    <TextCommand
      label={t('form.note')}
      submit={t('action.note')}
      field="text"
      command={command}
      onBack={onDone}
      onSubmit={(text) => command.run({ incident: incident.id, note: crypto.randomUUID(), text })}
    />
  );
}

function Resolve({ incident, onDone }: Props) {
  const seen = useRevisionSeen(incident.revision);
  const { t } = useWords();
  const command = useCommand(resolveIncident, onDone);
  return (
    <TextCommand
      label={t('form.summary')}
      submit={t('action.resolve')}
      field="summary"
      command={command}
      onBack={onDone}
      onSubmit={(summary, revision = seen) =>
        command.run({ incident: incident.id, summary }, revision)
      }
    />
  );
}

function Close({ incident, onDone }: Props) {
  const seen = useRevisionSeen(incident.revision);
  const { t } = useWords();
  const command = useCommand(closeIncident, onDone);
  return (
    <TextCommand
      label={t('form.closingNote')}
      submit={t('action.close')}
      warning={t('form.sureClose')}
      field="note"
      optional
      command={command}
      onBack={onDone}
      onSubmit={(note, revision = seen) => command.run({ incident: incident.id, note }, revision)}
    />
  );
}

function Reopen({ incident, onDone }: Props) {
  const seen = useRevisionSeen(incident.revision);
  const { t } = useWords();
  const command = useCommand(reopenIncident, onDone);
  return (
    <TextCommand
      label={t('form.reason')}
      submit={t('action.reopen')}
      field="reason"
      command={command}
      onBack={onDone}
      onSubmit={(reason, revision = seen) =>
        command.run({ incident: incident.id, reason }, revision)
      }
    />
  );
}

const forms = { note: Note, resolve: Resolve, close: Close, reopen: Reopen } as const;

/** The actions on an incident that take one text. */
export function IncidentTextForm({ name, ...props }: Props & { name: keyof typeof forms }) {
  const Form = forms[name];
  return <Form {...props} />;
}
