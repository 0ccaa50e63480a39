import { type ComponentType, useState } from 'react';
import { ActionButton } from '../../actions/ActionButton.tsx';
import type { ActionId } from '../../actions/definitions.ts';
import type { Incident } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { type JudgementActionName, judgementActionsOn } from './judgementActions.ts';
import {
  type FormProps,
  GradeForm,
  HandDownForm,
  LevelForm,
  MergeForm,
  PriorityForm,
  RaiseForm,
  ResponsibleForm,
  TypeForm,
  UndoMergeForm,
} from './judgementForms.tsx';

const forms: Readonly<Record<JudgementActionName, ComponentType<FormProps>>> = {
  type: TypeForm,
  grade: GradeForm,
  priority: PriorityForm,
  assignResponsible: ResponsibleForm,
  setLevel: LevelForm,
  raise: RaiseForm,
  handDown: HandDownForm,
  merge: MergeForm,
  undoMerge: UndoMergeForm,
};

const actions: Readonly<Record<JudgementActionName, ActionId>> = {
  type: 'judgeType',
  grade: 'judgeGrade',
  priority: 'judgePriority',
  assignResponsible: 'responsible',
  setLevel: 'level',
  raise: 'raise',
  handDown: 'handDown',
  merge: 'merge',
  undoMerge: 'undoMerge',
};

/** Judging anew, responsibility, level and merging: a button each, and the form of the chosen one. */
export function JudgementActions({ incident }: { incident: Incident }) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<JudgementActionName | null>(null);
  const names = judgementActionsOn(incident);
  const Form = chosen === null ? null : forms[chosen];
  if (names.length === 0 && Form === null) return null;
  return (
    <details className="actions" data-testid="judgement-actions">
      <summary>{t('judge.title')}</summary>
      <div className="buttons" role="toolbar">
        {names.map((name) => (
          <ActionButton
            key={name}
            action={actions[name]}
            data-testid={`judge-${name}`}
            aria-expanded={name === chosen}
            onClick={() => setChosen(name === chosen ? null : name)}
          >
            {t(`judge.${name}`)}
          </ActionButton>
        ))}
      </div>
      {Form && <Form key={chosen} incident={incident} onDone={() => setChosen(null)} />}
    </details>
  );
}
