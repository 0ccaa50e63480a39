import { finishTask, objectToTask, reportProgress } from '../../api/documents/taskCommands.ts';
import type { TaskRow } from '../../api/types.ts';
import { useCommand, useRevisionSeen } from '../../api/useCommand.ts';
import { useWords } from '../../app/words.ts';
import { TextCommand } from '../../parts/TextCommand.tsx';

interface Props {
  readonly row: TaskRow;
  readonly onDone: () => void;
}

function ObjectForm({ row, onDone }: Props) {
  const seen = useRevisionSeen(row.revision);
  const { t } = useWords();
  const command = useCommand(objectToTask, onDone);
  return (
    <TextCommand
      label={t('form.objection')}
      submit={t('action.send')}
      field="reason"
      command={command}
      onBack={onDone}
      onSubmit={(reason, revision = seen) =>
        command.run({ incident: row.incident, task: row.id, reason }, revision)
      }
    />
  );
}

function Progress({ row, onDone }: Props) {
  const { t } = useWords();
  const command = useCommand(reportProgress, onDone);
  return (
    <TextCommand
      label={t('form.progress')}
      submit={t('action.send')}
      field="note"
      command={command}
      onBack={onDone}
      onSubmit={(note) => command.run({ incident: row.incident, task: row.id, note })}
    />
  );
}

function Finish({ row, onDone }: Props) {
  const seen = useRevisionSeen(row.revision);
  const { t } = useWords();
  const command = useCommand(finishTask, onDone);
  return (
    <TextCommand
      label={t('form.result')}
      submit={t('action.finish')}
      field="note"
      command={command}
      onBack={onDone}
      onSubmit={(note, revision = seen) =>
        command.run({ incident: row.incident, task: row.id, note }, revision)
      }
    />
  );
}

const forms = { object: ObjectForm, progress: Progress, finish: Finish } as const;

/** The liaison's answers that take one text. */
export function LiaisonTextForm({ name, ...props }: Props & { name: keyof typeof forms }) {
  const Form = forms[name];
  return <Form {...props} />;
}
