import { useState } from 'react';
import { ActionButton } from '../../actions/ActionButton.tsx';
import {
  cancelTask,
  rejectObjection,
  returnTask,
  transferLead,
  verifyTask,
} from '../../api/documents/taskCommands.ts';
import type { Incident, Task } from '../../api/types.ts';
import { useCommand, useRevisionSeen } from '../../api/useCommand.ts';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { CommandOutcome } from '../../parts/CommandOutcome.tsx';
import { TextCommand } from '../../parts/TextCommand.tsx';
import { type TaskActionName, taskActionsOn } from './incidentActions.ts';
import { isDirection, TaskDirection } from './TaskDirection.tsx';

interface Props {
  readonly incident: Incident;
  readonly task: Task;
}

const reasoned = {
  reject: rejectObjection,
  return: returnTask,
  cancelTask,
  lead: transferLead,
} as const;

function Reasoned({
  name,
  incident,
  task,
  onDone,
}: Props & { name: keyof typeof reasoned; onDone: () => void }) {
  const seen = useRevisionSeen(incident.revision);
  const { t } = useWords();
  const command = useCommand(reasoned[name], onDone);
  return (
    <TextCommand
      label={t('form.reason')}
      submit={t(`action.${name}`)}
      warning={name === 'cancelTask' ? t('form.sureCancelTask') : undefined}
      field="reason"
      command={command}
      onBack={onDone}
      onSubmit={(reason, revision = seen) =>
        command.run({ incident: incident.id, task: task.id, reason }, revision)
      }
    />
  );
}

/**
 * What the command centre may do with a task in its state. A form that is open stays open whatever
 * others do to the task meanwhile: what was typed is not taken away, and a conflict is shown in it.
 */
export function TaskActions({ incident, task }: Props) {
  const { t } = useWords();
  const { city } = useDesk();
  const [chosen, setChosen] = useState<TaskActionName | null>(null);
  const verify = useCommand(verifyTask);
  const names = taskActionsOn(task, incident);
  const takers = city.city.departments.filter((one) => one.takesTasks).map(({ id }) => id);
  const done = (): void => setChosen(null);
  const runVerify = (revision: string): void =>
    verify.run({ incident: incident.id, task: task.id }, revision);
  const press = (name: TaskActionName): void => {
    if (name === 'verify') runVerify(incident.revision);
    else setChosen(name === chosen ? null : name);
  };
  return (
    <div className="task-actions">
      <div className="buttons">
        {names.map((name) => {
          const props = {
            className: name === 'cancelTask' ? 'plain' : '',
            'aria-expanded': name === 'verify' ? undefined : name === chosen,
            disabled: name === 'verify' && verify.busy,
            'data-testid': `task-action-${name}`,
            onClick: () => press(name),
          };
          const text = t(`action.${name}`);
          return (
            <ActionButton key={name} action={name} {...props}>
              {text}
            </ActionButton>
          );
        })}
      </div>
      <CommandOutcome state={verify.state} onAgain={verify.again} onResend={runVerify} />
      {chosen !== null && isDirection(chosen) && (
        <TaskDirection
          key={chosen}
          name={chosen}
          incident={incident}
          task={task}
          departments={takers}
          onDone={done}
        />
      )}
      {chosen !== null && !isDirection(chosen) && chosen !== 'verify' && (
        <Reasoned key={chosen} name={chosen} incident={incident} task={task} onDone={done} />
      )}
    </div>
  );
}
