import { useState } from 'react';
import {
  changeTaskDeadlines,
  reassignTask,
  upholdObjection,
  urgeTask,
} from '../../api/documents/taskCommands.ts';
import type { Incident, Task } from '../../api/types.ts';
import { useCommand, useRevisionSeen } from '../../api/useCommand.ts';
import { useWords } from '../../app/words.ts';
import { Field } from '../../parts/Field.tsx';
import { TextCommand } from '../../parts/TextCommand.tsx';
import type { CommandState } from '../../store/commandState.ts';

interface Props {
  readonly incident: Incident;
  readonly task: Task;
  /** Those that take tasks. */
  readonly departments: readonly string[];
  readonly onDone: () => void;
}

const faultAt = (state: CommandState, field: string): string | undefined =>
  state.at === 'rejected' && state.result.field === field ? state.result.message : undefined;

/** Which other department gets the task; `none` is the text of getting nobody. */
function NextDepartment({
  task,
  departments,
  value,
  none,
  fault,
  onChange,
}: Pick<Props, 'task' | 'departments'> & {
  value: string;
  none?: string;
  fault: string | undefined;
  onChange: (department: string) => void;
}) {
  const { t, department } = useWords();
  return (
    <Field label={t('form.otherDepartment')} fault={fault}>
      {(field) => (
        <select
          {...field}
          value={value}
          required={none === undefined}
          data-testid="next-department"
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="">{none ?? ''}</option>
          {departments
            .filter((id) => id !== task.department)
            .map((id) => (
              <option key={id} value={id}>
                {department(id)}
              </option>
            ))}
        </select>
      )}
    </Field>
  );
}

function Reassign({ incident, task, departments, onDone }: Props) {
  const seen = useRevisionSeen(incident.revision);
  const { t } = useWords();
  const [next, setNext] = useState('');
  const command = useCommand(reassignTask, onDone);
  const about = { incident: incident.id, task: task.id };
  return (
    <TextCommand
      label={t('form.reason')}
      submit={t('action.reassign')}
      field="reason"
      command={command}
      onBack={onDone}
      onSubmit={(reason, revision = seen) =>
        command.run({ ...about, department: next, reason }, revision)
      }
    >
      <NextDepartment
        task={task}
        departments={departments}
        value={next}
        fault={faultAt(command.state, 'department')}
        onChange={setNext}
      />
    </TextCommand>
  );
}

/** Upholding an objection gives the task to another department, or cancels it. */
function Uphold({ incident, task, departments, onDone }: Props) {
  const seen = useRevisionSeen(incident.revision);
  const { t } = useWords();
  const [next, setNext] = useState('');
  const command = useCommand(upholdObjection, onDone);
  const about = { incident: incident.id, task: task.id };
  return (
    <TextCommand
      label={t('form.note')}
      submit={t('action.uphold')}
      warning={next === '' ? t('form.sureCancelTask') : undefined}
      field="note"
      command={command}
      onBack={onDone}
      onSubmit={(note, revision = seen) =>
        command.run({ ...about, note, next: next === '' ? null : next }, revision)
      }
    >
      <NextDepartment
        task={task}
        departments={departments}
        value={next}
        none={t('form.noDepartment')}
        fault={faultAt(command.state, 'next')}
        onChange={setNext}
      />
    </TextCommand>
  );
}

function Urge({ incident, task, onDone }: Props) {
  const seen = useRevisionSeen(incident.revision);
  const { t } = useWords();
  const command = useCommand(urgeTask, onDone);
  return (
    <TextCommand
      label={t('form.urging')}
      submit={t('action.urge')}
      field="text"
      command={command}
      onBack={onDone}
      onSubmit={(text, revision = seen) =>
        command.run({ incident: incident.id, task: task.id, text }, revision)
      }
    />
  );
}

function Deadline({ incident, task, onDone }: Props) {
  const seen = useRevisionSeen(incident.revision);
  const { t, toEntered, fromEntered } = useWords();
  const [finishBy, setFinishBy] = useState(toEntered(task.finishBy));
  const command = useCommand(changeTaskDeadlines, onDone);
  const about = { incident: incident.id, task: task.id };
  return (
    <TextCommand
      label={t('form.reason')}
      submit={t('action.deadline')}
      field="reason"
      command={command}
      onBack={onDone}
      onSubmit={(reason, revision = seen) =>
        command.run({ ...about, finishBy: fromEntered(finishBy), reason }, revision)
      }
    >
      <Field label={t('form.finishBy')} fault={faultAt(command.state, 'finishBy')}>
        {(field) => (
          <input
            {...field}
            type="datetime-local"
            required
            value={finishBy}
            data-testid="finish-by"
            onChange={(event) => setFinishBy(event.target.value)}
          />
        )}
      </Field>
    </TextCommand>
  );
}

const forms = { reassign: Reassign, uphold: Uphold, urge: Urge, deadline: Deadline } as const;
export type Direction = keyof typeof forms;
export const isDirection = (name: string): name is Direction => Object.hasOwn(forms, name);

/** What the command centre directs about a task that it gave. */
export function TaskDirection({ name, ...props }: Props & { name: Direction }) {
  const Form = forms[name];
  return <Form {...props} />;
}
