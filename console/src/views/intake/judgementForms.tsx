import { offerUndo } from '../../actions/undo.ts';
import { prepare } from '../../api/command.ts';
import {
  assignResponsibility,
  handDownIncident,
  judgeIncident,
  mergeIncident,
  raiseIncident,
  setResponseLevel,
  undoMerge,
} from '../../api/documents/intake.ts';
import type { Incident } from '../../api/types.ts';
import { useCommand, useRevisionSeen } from '../../api/useCommand.ts';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { TextCommand } from '../../parts/TextCommand.tsx';
import { useAllRows } from '../../store/useRows.ts';
import { useBoards } from '../dispatch/boards.ts';
import { levelsOffered } from './judgementActions.ts';
import { PickCommand } from './PickCommand.tsx';

export interface FormProps {
  readonly incident: Incident;
  readonly onDone: () => void;
}

const levels = ['1', '2', '3', '4'] as const;

export function GradeForm({ incident, onDone }: FormProps) {
  const seen = useRevisionSeen(incident.revision);
  const { t } = useWords();
  const command = useCommand(judgeIncident, onDone);
  return (
    <PickCommand
      label={t('grade.label')}
      submit={t('judge.grade')}
      field="grade"
      options={levels.map((value) => ({ value, text: t(`grade.${value}`) }))}
      command={command}
      onBack={onDone}
      onSubmit={(grade, reason, revision = seen) =>
        command.run({ incident: incident.id, judge: { grade: Number(grade), reason } }, revision)
      }
    />
  );
}

export function PriorityForm({ incident, onDone }: FormProps) {
  const seen = useRevisionSeen(incident.revision);
  const { t } = useWords();
  const command = useCommand(judgeIncident, onDone);
  return (
    <PickCommand
      label={t('priority.label')}
      submit={t('judge.priority')}
      field="priority"
      options={levels.map((value) => ({ value, text: value }))}
      command={command}
      onBack={onDone}
      onSubmit={(priority, reason, revision = seen) =>
        command.run(
          { incident: incident.id, judge: { priority: Number(priority), reason } },
          revision,
        )
      }
    />
  );
}

export function TypeForm({ incident, onDone }: FormProps) {
  const seen = useRevisionSeen(incident.revision);
  const { city } = useDesk();
  const { t, name } = useWords();
  const command = useCommand(judgeIncident, onDone);
  const options = city.city.types.map((one) => ({ value: one.id, text: name(one.name) }));
  return (
    <PickCommand
      label={t('form.type')}
      submit={t('judge.type')}
      field="type"
      options={options}
      command={command}
      onBack={onDone}
      onSubmit={(type, reason, revision = seen) =>
        command.run({ incident: incident.id, judge: { type, reason } }, revision)
      }
    />
  );
}

export function ResponsibleForm({ incident, onDone }: FormProps) {
  const seen = useRevisionSeen(incident.revision);
  const { city } = useDesk();
  const { t, name } = useWords();
  const command = useCommand(assignResponsibility, onDone);
  const options = city.city.departments
    .filter(({ takesTasks }) => takesTasks)
    .map((one) => ({ value: one.id, text: name(one.name) }));
  return (
    <PickCommand
      label={t('judge.responsible')}
      submit={t('judge.assignResponsible')}
      field="department"
      options={options}
      command={command}
      onBack={onDone}
      onSubmit={(department, reason, revision = seen) =>
        command.run({ incident: incident.id, department, reason }, revision)
      }
    />
  );
}

export function LevelForm({ incident, onDone }: FormProps) {
  const seen = useRevisionSeen(incident.revision);
  const { t } = useWords();
  const command = useCommand(setResponseLevel, onDone);
  const options = levelsOffered(incident).map((level) => ({
    value: String(level),
    text: t('judge.levelOf', { level }),
  }));
  return (
    <PickCommand
      label={t('judge.level')}
      submit={t('judge.setLevel')}
      field="level"
      options={options}
      command={command}
      onBack={onDone}
      onSubmit={(level, reason, revision = seen) =>
        command.run({ incident: incident.id, level: Number(level), reason }, revision)
      }
    />
  );
}

export function RaiseForm({ incident, onDone }: FormProps) {
  const seen = useRevisionSeen(incident.revision);
  const { t } = useWords();
  const command = useCommand(raiseIncident, onDone);
  return (
    <TextCommand
      label={t('form.reason')}
      submit={t('judge.raise')}
      field="reason"
      command={command}
      onBack={onDone}
      onSubmit={(reason, revision = seen) =>
        command.run({ incident: incident.id, reason }, revision)
      }
    />
  );
}

export function HandDownForm({ incident, onDone }: FormProps) {
  const seen = useRevisionSeen(incident.revision);
  const { city } = useDesk();
  const { t, name } = useWords();
  const command = useCommand(handDownIncident, onDone);
  const options = city.city.districts.map((one) => ({ value: one.id, text: name(one.name) }));
  return (
    <PickCommand
      label={t('judge.district')}
      submit={t('judge.handDown')}
      field="district"
      options={options}
      command={command}
      onBack={onDone}
      onSubmit={(district, reason, revision = seen) =>
        command.run({ incident: incident.id, district, reason }, revision)
      }
    />
  );
}

export function MergeForm({ incident, onDone }: FormProps) {
  const seen = useRevisionSeen(incident.revision);
  const { t } = useWords();
  const command = useCommand(mergeIncident, () => {
    const done = t('undo.merged', { number: incident.number ?? '' });
    offerUndo(done, () => prepare(undoMerge, { incident: incident.id, reason: t('undo.reason') }));
    onDone();
  });
  const rows = useAllRows(useBoards().incidents.store);
  const options = rows
    .filter(({ id, exercise }) => id !== incident.id && exercise === incident.exercise)
    .map(({ id, number, what }) => ({ value: id, text: `${number} · ${what.slice(0, 60)}` }));
  return (
    <PickCommand
      label={t('judge.into')}
      submit={t('judge.merge')}
      warning={t('judge.sureMerge')}
      field="into"
      options={options}
      command={command}
      onBack={onDone}
      onSubmit={(into, reason, revision = seen) =>
        command.run({ incident: incident.id, into, reason }, revision)
      }
    />
  );
}

export function UndoMergeForm({ incident, onDone }: FormProps) {
  const seen = useRevisionSeen(incident.revision);
  const { t } = useWords();
  const command = useCommand(undoMerge, onDone);
  return (
    <TextCommand
      label={t('form.reason')}
      submit={t('judge.undoMerge')}
      field="reason"
      command={command}
      onBack={onDone}
      onSubmit={(reason, revision = seen) =>
        command.run({ incident: incident.id, reason }, revision)
      }
    />
  );
}
