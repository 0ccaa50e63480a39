import type { Dispatch } from 'react';
import { useWords } from '../../app/words.ts';
import type { AssignAction, AssignDraft } from './assignDraft.ts';

/** One department in the assignment: chosen or not, leading or not, with its own instruction. */
export function AssignRow({
  id,
  draft,
  held,
  mayLead,
  dispatch,
}: {
  id: string;
  draft: AssignDraft;
  held: boolean;
  mayLead: boolean;
  dispatch: Dispatch<AssignAction>;
}) {
  const { t, department } = useWords();
  const own = draft.chosen.get(id);
  const name = department(id);
  return (
    <div className={own === undefined ? 'assign-row' : 'assign-row chosen'}>
      <label>
        <input
          type="checkbox"
          data-testid={`assign-${id}`}
          checked={own !== undefined}
          disabled={held}
          onChange={() => dispatch({ type: 'toggled', department: id })}
        />
        {name}
        {held && <span className="quiet">{t('incident.alreadyTasked')}</span>}
      </label>
      {own !== undefined && mayLead && (
        <label className="lead">
          <input
            type="radio"
            name="lead"
            checked={draft.lead === id}
            onChange={() => dispatch({ type: 'led', department: id })}
          />
          {t('incident.leadHelp')}
        </label>
      )}
      {own !== undefined && (
        <input
          type="text"
          aria-label={`${name}: ${t('form.ownInstruction')}`}
          placeholder={t('form.ownInstructionHelp')}
          value={own}
          onChange={(event) =>
            dispatch({ type: 'ownInstructed', department: id, text: event.target.value })
          }
        />
      )}
    </div>
  );
}
