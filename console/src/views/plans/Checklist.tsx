import { useRef } from 'react';
import { offerUndo } from '../../actions/undo.ts';
import { prepare } from '../../api/command.ts';
import { tickChecklistItem, untickChecklistItem } from '../../api/documents/plans.ts';
import type { AppliedPlan, Incident } from '../../api/types.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useWords } from '../../app/words.ts';
import { CommandOutcome } from '../../parts/CommandOutcome.tsx';

const over: readonly Incident['status'][] = ['CLOSED', 'CANCELLED'];

/** A plan's checklist: each item says who ticked it and when. */
export function Checklist({
  plan,
  incident,
  acting,
}: {
  plan: AppliedPlan;
  incident: Incident;
  acting: boolean;
}) {
  const { t, name, time, actor } = useWords();
  const last = useRef({ incident: incident.id, plan: plan.plan, item: '' });
  const tick = useCommand(tickChecklistItem, () => {
    const about = last.current;
    offerUndo(t('undo.ticked'), () => prepare(untickChecklistItem, about));
  });
  const untick = useCommand(untickChecklistItem, () => {
    const about = last.current;
    offerUndo(t('undo.unticked'), () => prepare(tickChecklistItem, about));
  });
  const mayTick =
    acting && incident.may.includes('tickChecklistItem') && !over.includes(incident.status);
  const toggle = (item: string, ticked: boolean): void => {
    const command = ticked ? untick : tick;
    last.current = { incident: incident.id, plan: plan.plan, item };
    command.run(last.current, incident.revision);
  };
  return (
    <ul className="checklist">
      {plan.checklist.map(({ id, text, ticked }) => (
        <li key={id}>
          <label className="plan-part">
            <input
              type="checkbox"
              data-action="tick"
              data-testid={`check-${id}`}
              checked={ticked !== null}
              disabled={!mayTick || tick.busy || untick.busy}
              onChange={() => toggle(id, ticked !== null)}
            />
            <span>
              {name(text)}{' '}
              {ticked && (
                <span className="quiet">
                  {t('plan.ticked', { name: actor(ticked.by), time: time(ticked.occurredAt) })}
                </span>
              )}
            </span>
          </label>
        </li>
      ))}
      <CommandOutcome state={tick.state} onAgain={tick.again} />
      <CommandOutcome state={untick.state} onAgain={untick.again} />
    </ul>
  );
}
