import { useState } from 'react';
import { markContained } from '../../api/documents/incidentCommands.ts';
import type { Incident } from '../../api/types.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useWords } from '../../app/words.ts';
import { CommandOutcome } from '../../parts/CommandOutcome.tsx';
import { AssignForm } from './AssignForm.tsx';
import { CancelForm } from './CancelForm.tsx';
import { ConfirmForm } from './ConfirmForm.tsx';
import { IncidentTextForm } from './IncidentTextForm.tsx';
import { type IncidentActionName, incidentActionsOn } from './incidentActions.ts';

function ActionForm({
  name,
  incident,
  onDone,
}: {
  name: Exclude<IncidentActionName, 'contain'>;
  incident: Incident;
  onDone: () => void;
}) {
  switch (name) {
    case 'confirm':
      return <ConfirmForm incident={incident} onDone={onDone} />;
    case 'assign':
      return <AssignForm incident={incident} onDone={onDone} />;
    case 'cancel':
      return <CancelForm incident={incident} onDone={onDone} />;
    default:
      return <IncidentTextForm name={name} incident={incident} onDone={onDone} />;
  }
}

/** The next steps of the state one is in open by themselves; every other on its button. */
const opensItself = (incident: Incident): 'confirm' | null =>
  incidentActionsOn(incident).includes('confirm') ? 'confirm' : null;

/** The buttons of what may be done now, and the form of the one that is chosen. */
export function IncidentActions({ incident }: { incident: Incident }) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<Exclude<IncidentActionName, 'contain'> | null>(() =>
    opensItself(incident),
  );
  const contain = useCommand(markContained);
  const names = incidentActionsOn(incident);
  const shown = chosen !== null && names.includes(chosen) ? chosen : null;
  const press = (name: IncidentActionName): void => {
    if (name === 'contain') contain.run({ incident: incident.id }, incident.revision);
    else setChosen(name === chosen ? null : name);
  };
  return (
    <div className="actions">
      <div className="buttons" role="toolbar">
        {names.map((name, index) => (
          <button
            key={name}
            type="button"
            className={index === 0 && name !== 'note' ? 'primary' : ''}
            data-testid={`action-${name}`}
            aria-expanded={name === shown}
            disabled={name === 'contain' && contain.busy}
            onClick={() => press(name)}
          >
            {t(`action.${name}`)}
          </button>
        ))}
      </div>
      <CommandOutcome
        state={contain.state}
        onAgain={contain.again}
        onResend={(revision) => contain.run({ incident: incident.id }, revision)}
      />
      {shown && (
        <ActionForm key={shown} name={shown} incident={incident} onDone={() => setChosen(null)} />
      )}
    </div>
  );
}
