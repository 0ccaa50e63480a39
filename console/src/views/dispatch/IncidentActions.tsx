import { useState } from 'react';
import { ActionButton } from '../../actions/ActionButton.tsx';
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

type FormName = Exclude<IncidentActionName, 'contain'>;

function ActionForm({
  name,
  incident,
  onUse,
  onDone,
}: {
  name: FormName;
  incident: Incident;
  onUse: () => void;
  onDone: () => void;
}) {
  switch (name) {
    case 'confirm':
      return <ConfirmForm incident={incident} onUse={onUse} onDone={onDone} />;
    case 'assign':
      return <AssignForm incident={incident} onDone={onDone} />;
    case 'cancel':
      return <CancelForm incident={incident} onDone={onDone} />;
    default:
      return <IncidentTextForm name={name} incident={incident} onDone={onDone} />;
  }
}

/**
 * The buttons of what may be done now, and the form of the one that is chosen. A report that waits
 * to be confirmed has its form open at once; a form that is in use stays whatever others do.
 */
export function IncidentActions({ incident }: { incident: Incident }) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<FormName | null>(null);
  const [dismissed, setDismissed] = useState(false);
  const contain = useCommand(markContained);
  const names = incidentActionsOn(incident);
  const offered = names.includes('confirm') && !dismissed ? 'confirm' : null;
  const shown = chosen ?? offered;
  const close = (): void => {
    setChosen(null);
    setDismissed(true);
  };
  const press = (name: IncidentActionName): void => {
    if (name === 'contain') contain.run({ incident: incident.id }, incident.revision);
    else if (name === shown) close();
    else setChosen(name);
  };
  return (
    <div className="actions">
      <div className="buttons" role="toolbar">
        {names.map((name, index) => (
          <ActionButton
            key={name}
            action={name}
            className={index === 0 && name !== 'note' ? 'primary' : ''}
            data-testid={`action-${name}`}
            aria-expanded={name === shown}
            disabled={name === 'contain' && contain.busy}
            onClick={() => press(name)}
          >
            {t(`action.${name}`)}
          </ActionButton>
        ))}
      </div>
      <CommandOutcome
        state={contain.state}
        onAgain={contain.again}
        onResend={(revision) => contain.run({ incident: incident.id }, revision)}
      />
      {shown && (
        <ActionForm
          key={shown}
          name={shown}
          incident={incident}
          onUse={() => setChosen(shown)}
          onDone={close}
        />
      )}
    </div>
  );
}
