import { useState } from 'react';
import { ActionButton } from '../../actions/ActionButton.tsx';
import { acceptTask, startTask } from '../../api/documents/taskCommands.ts';
import type { TaskRow } from '../../api/types.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useWords } from '../../app/words.ts';
import { CommandOutcome } from '../../parts/CommandOutcome.tsx';
import { actionsOn, type LiaisonAction } from '../../store/taskGroups.ts';
import { LiaisonTextForm } from './LiaisonTextForm.tsx';

type Written = 'object' | 'progress' | 'finish';
const isWritten = (action: LiaisonAction): action is Written =>
  action !== 'accept' && action !== 'start';

/** What the department can answer: the likeliest step large, the others beneath. */
export function LiaisonActions({ row }: { row: TaskRow }) {
  const { t } = useWords();
  const [writing, setWriting] = useState<Written | null>(null);
  const accept = useCommand(acceptTask);
  const start = useCommand(startTask);
  const names = actionsOn(row);
  const direct = { accept, start } as const;
  const run = (name: 'accept' | 'start', revision = row.revision): void =>
    direct[name].run({ incident: row.incident, task: row.id }, revision);
  const press = (name: LiaisonAction): void => {
    if (isWritten(name)) setWriting(name === writing ? null : name);
    else run(name);
  };
  const busy = accept.busy || start.busy;
  return (
    <div className="liaison-actions">
      {names.map((name, index) => (
        <ActionButton
          key={name}
          action={name}
          className={index === 0 ? 'primary large' : 'large'}
          disabled={busy}
          aria-expanded={isWritten(name) ? name === writing : undefined}
          data-testid={`liaison-${name}`}
          onClick={() => press(name)}
        >
          {t(`action.${name}`)}
        </ActionButton>
      ))}
      {(['accept', 'start'] as const).map((name) => (
        <CommandOutcome
          key={name}
          state={direct[name].state}
          onAgain={direct[name].again}
          onResend={(revision) => run(name, revision)}
        />
      ))}
      {writing && (
        <LiaisonTextForm key={writing} name={writing} row={row} onDone={() => setWriting(null)} />
      )}
    </div>
  );
}
