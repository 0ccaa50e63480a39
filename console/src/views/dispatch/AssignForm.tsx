import { type FormEvent, useReducer, useRef } from 'react';
import { assignTasks } from '../../api/documents/taskCommands.ts';
import type { Incident } from '../../api/types.ts';
import { useCommand, useRevisionSeen } from '../../api/useCommand.ts';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { CommandOutcome } from '../../parts/CommandOutcome.tsx';
import { Field } from '../../parts/Field.tsx';
import { FormCompany } from '../incident/FormCompany.tsx';
import { AssignRow } from './AssignRow.tsx';
import {
  type DraftTask,
  hasLead,
  newDraft,
  onAssign,
  taskedDepartments,
  tasksOf,
} from './assignDraft.ts';

const withIds = (tasks: readonly DraftTask[]) =>
  tasks.map((task) => ({ ...task, task: crypto.randomUUID() }));

/** Tasks for several departments in one command: it is carried out whole or not at all. */
export function AssignForm({ incident, onDone }: { incident: Incident; onDone: () => void }) {
  const seen = useRevisionSeen(incident.revision);
  const { city } = useDesk();
  const { t, department } = useWords();
  const suggested =
    (incident.type === null ? undefined : city.types.get(incident.type))?.departments ?? [];
  const mayLead = !hasLead(incident.tasks);
  const [draft, dispatch] = useReducer(onAssign(mayLead), null, () =>
    newDraft(suggested, incident.tasks),
  );
  const command = useCommand(assignTasks, onDone);
  const sent = useRef(withIds([]));
  const held = taskedDepartments(incident.tasks);
  const tasks = tasksOf(draft);
  const silent = tasks.find((task) => task.instruction === '');
  const takers = city.city.departments.filter((one) => one.takesTasks);
  const ordered = [
    ...suggested.flatMap((id) => takers.filter((one) => one.id === id)),
    ...takers.filter((one) => !suggested.includes(one.id)),
  ];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    sent.current = withIds(tasks);
    command.run({ incident: incident.id, tasks: sent.current }, seen);
  };
  return (
    <form className="assign" onSubmit={submit}>
      <FormCompany form={command.name} />
      <Field label={t('form.instruction')}>
        {(props) => (
          <textarea
            {...props}
            // biome-ignore lint/a11y/noAutofocus: the person has just opened this form to write in it
            autoFocus
            rows={2}
            data-testid="assign-instruction"
            value={draft.instruction}
            onChange={(event) => dispatch({ type: 'instructed', text: event.target.value })}
          />
        )}
      </Field>
      <fieldset className="assign-departments">
        <legend>{t('form.departments')}</legend>
        {ordered.map((one) => (
          <AssignRow
            key={one.id}
            id={one.id}
            draft={draft}
            held={held.has(one.id)}
            mayLead={mayLead}
            dispatch={dispatch}
          />
        ))}
      </fieldset>
      {tasks.length === 0 && <p className="help">{t('form.chooseDepartment')}</p>}
      {silent && (
        <p className="help">
          {t('form.instructionMissing', { department: department(silent.department) })}
        </p>
      )}
      <div className="buttons">
        <button
          type="submit"
          className="primary"
          data-testid="assign-submit"
          disabled={tasks.length === 0 || silent !== undefined || command.busy}
        >
          {t('form.assignCount', { count: tasks.length })}
        </button>
        <button type="button" onClick={onDone}>
          {t('action.back')}
        </button>
      </div>
      <CommandOutcome
        state={command.state}
        onAgain={command.again}
        onResend={(revision) =>
          command.run({ incident: incident.id, tasks: sent.current }, revision)
        }
      />
    </form>
  );
}
