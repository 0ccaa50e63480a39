import { useState } from 'react';
import { cancelIncident } from '../../api/documents/incidentCommands.ts';
import type { CancelReason, Incident } from '../../api/types.ts';
import { useCommand, useRevisionSeen } from '../../api/useCommand.ts';
import { useWords } from '../../app/words.ts';
import { Choice } from '../../parts/Choice.tsx';
import { TextCommand } from '../../parts/TextCommand.tsx';

const reasons: readonly CancelReason[] = ['FALSE', 'DUPLICATE', 'TEST'];

export function CancelForm({ incident, onDone }: { incident: Incident; onDone: () => void }) {
  const seen = useRevisionSeen(incident.revision);
  const { t } = useWords();
  const [reason, setReason] = useState<CancelReason>('FALSE');
  const command = useCommand(cancelIncident, onDone);
  return (
    <TextCommand
      label={t('form.why')}
      submit={t('action.cancel')}
      warning={t('form.sureCancel')}
      field="note"
      command={command}
      onBack={onDone}
      onSubmit={(note, revision = seen) =>
        command.run({ incident: incident.id, reason, note }, revision)
      }
    >
      <Choice
        label={t('form.reason')}
        value={reason}
        options={reasons.map((value) => ({ value, text: t(`cancelReason.${value}`) }))}
        onChange={setReason}
      />
    </TextCommand>
  );
}
