import type { ReactNode } from 'react';
import type { PlanSuggestion, Task } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { duration } from '../../i18n/format.ts';
import { hindranceOf, type PartKind } from './planParts.ts';

interface PartProps {
  readonly kind: PartKind;
  readonly id: string;
  /** Why it can't be chosen, in words. */
  readonly hindrance: string | undefined;
  readonly children: ReactNode;
}

/** The parts of a plan, each to be left out; what can't be given says why. */
export function PlanChoice({
  suggestion,
  tasks,
  dropped,
  onToggle,
}: {
  suggestion: PlanSuggestion;
  tasks: readonly Task[];
  /** `<kind> <id>` of what is left out. */
  dropped: ReadonlySet<string>;
  onToggle: (part: string) => void;
}) {
  const { t, name, department } = useWords();
  const { plan, there } = suggestion;
  const given = (ids: readonly string[], id: string) =>
    ids.includes(id) ? t('plan.there') : undefined;
  const part = ({ kind, id, hindrance, children }: PartProps) => (
    <label key={id} className="plan-part">
      <input
        type="checkbox"
        data-testid={`part-${kind}-${id}`}
        disabled={hindrance !== undefined}
        checked={hindrance === undefined && !dropped.has(`${kind} ${id}`)}
        onChange={() => onToggle(`${kind} ${id}`)}
      />
      <span>
        {children} {hindrance !== undefined && <span className="quiet">{hindrance}</span>}
      </span>
    </label>
  );
  const group = (kind: PartKind, parts: readonly ReactNode[]) =>
    parts.length > 0 && (
      <fieldset className="plan-parts">
        <legend>{t(`plan.${kind}`)}</legend>
        {parts}
      </fieldset>
    );
  return (
    <>
      {group(
        'tasks',
        plan.tasks.map((task) => {
          const why = hindranceOf(task, suggestion, tasks);
          const within = task.acknowledgeWithin;
          return part({
            kind: 'tasks',
            id: task.id,
            hindrance: why && t(`plan.${why}`),
            children: (
              <>
                <b>{department(task.department)}</b> {t(`part.${task.part}`)}{' '}
                {name(task.instruction)}
                {within !== null && (
                  <span className="quiet">
                    {' '}
                    {t('plan.acknowledgeWithin', { time: duration(within * 1000) })}
                  </span>
                )}
              </>
            ),
          });
        }),
      )}
      {group(
        'units',
        plan.units.map(({ id, capability, count }) =>
          part({
            kind: 'units',
            id,
            hindrance: given(there.units, id),
            children: `${count} × ${capability}`,
          }),
        ),
      )}
      {group(
        'roles',
        plan.roles.map(({ role, department: by }) =>
          part({
            kind: 'roles',
            id: role,
            hindrance: given(there.roles, role),
            children: `${t(`commandRole.${role}`)} · ${department(by)}`,
          }),
        ),
      )}
      {group(
        'checklist',
        plan.checklist.map(({ id, text }) =>
          part({
            kind: 'checklist',
            id,
            hindrance: given(there.checklist, id),
            children: name(text),
          }),
        ),
      )}
    </>
  );
}
