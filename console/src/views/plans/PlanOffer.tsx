import { useState } from 'react';
import { ActionButton } from '../../actions/ActionButton.tsx';
import { applyPlan } from '../../api/documents/plans.ts';
import type { Incident, PlanSuggestion } from '../../api/types.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useWords } from '../../app/words.ts';
import { CommandOutcome } from '../../parts/CommandOutcome.tsx';
import { PlanChoice } from './PlanChoice.tsx';
import { type ChosenParts, countOf, givable, without } from './planParts.ts';

/** One plan with the reason why it fits: applied whole by one press, or after choosing its parts. */
export function PlanOffer({
  suggestion,
  incident,
}: {
  suggestion: PlanSuggestion;
  incident: Incident;
}) {
  const { t, name, language } = useWords();
  const [open, setOpen] = useState(false);
  const [dropped, setDropped] = useState<ReadonlySet<string>>(new Set());
  const command = useCommand(applyPlan, () => setOpen(false));
  const { plan } = suggestion;
  const all = givable(suggestion, incident.tasks);
  const chosen = without(all, dropped);
  const send = (parts: ChosenParts, revision = incident.revision): void =>
    command.run(
      {
        incident: incident.id,
        apply: {
          application: crypto.randomUUID(),
          plan: plan.id,
          version: plan.version,
          language: language === 'zh-CN' ? 'zh_CN' : 'en',
          parts,
        },
      },
      revision,
    );
  const toggle = (part: string): void => {
    const next = new Set(dropped);
    if (!next.delete(part)) next.add(part);
    setDropped(next);
  };
  return (
    <div className="plan-offer" data-testid={`plan-${plan.id}`}>
      <div className="plan-head">
        <h4>{name(plan.name)}</h4>
        <span className="quiet">{t('plan.version', { version: plan.version })}</span>
        {plan.responseLevel !== null && (
          <span className="quiet">{t('plan.level', { level: plan.responseLevel })}</span>
        )}
      </div>
      <p className="quiet">{name(suggestion.reason)}</p>
      {countOf(all) === 0 ? (
        <p className="quiet">{t('plan.nothingLeft')}</p>
      ) : (
        <div className="buttons">
          <ActionButton
            action="plan"
            className="primary"
            data-testid={`apply-${plan.id}`}
            disabled={command.busy || countOf(chosen) === 0}
            onClick={() => send(chosen)}
          >
            {open || dropped.size > 0
              ? t('plan.apply', { count: countOf(chosen) })
              : t('plan.applyAll')}
          </ActionButton>
          <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t('plan.fold') : t('plan.choose')}
          </button>
        </div>
      )}
      {open && (
        <PlanChoice
          suggestion={suggestion}
          tasks={incident.tasks}
          dropped={dropped}
          onToggle={toggle}
        />
      )}
      <CommandOutcome
        state={command.state}
        onAgain={command.again}
        onResend={(revision) => send(chosen, revision)}
      />
    </div>
  );
}
