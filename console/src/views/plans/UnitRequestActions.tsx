import { useState } from 'react';
import { withdrawUnitRequest } from '../../api/documents/plans.ts';
import { dispatchUnit } from '../../api/documents/unitCommands.ts';
import type { Incident, UnitRequest } from '../../api/types.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useWords } from '../../app/words.ts';
import { CommandOutcome } from '../../parts/CommandOutcome.tsx';
import { TextCommand } from '../../parts/TextCommand.tsx';
import { isEnded } from '../../store/needs.ts';
import { isFree } from '../../store/units.ts';
import { useAllRows } from '../../store/useRows.ts';
import { useBoards } from '../dispatch/boards.ts';

/** How many units are offered for a request; the unit list has them all. */
const mostOffered = 8;

/** The free units that can do what is requested, each sent under the request by one press. */
function Send({ request, incident }: { request: UnitRequest; incident: Incident }) {
  const { t, name } = useWords();
  const { units } = useBoards();
  const command = useCommand(dispatchUnit);
  const free = useAllRows(units.store).filter(
    (row) => isFree(row) && row.capabilities.includes(request.capability),
  );
  const send = (unit: (typeof free)[number]): void => {
    const task = incident.tasks.find((one) => one.department === unit.department && !isEnded(one));
    command.run({
      unit: unit.id,
      assignment: crypto.randomUUID(),
      incident: incident.id,
      task: task?.id ?? null,
      request: request.request,
      stack: false,
    });
  };
  return (
    <>
      {free.length === 0 && <span className="quiet">{t('unitRequest.none')}</span>}
      {free.slice(0, mostOffered).map((unit) => (
        <button
          key={unit.id}
          type="button"
          title={name(unit.name)}
          disabled={command.busy}
          data-testid={`fill-${unit.callSign}`}
          onClick={() => send(unit)}
        >
          {t('action.dispatch')} {unit.callSign}
        </button>
      ))}
      <CommandOutcome state={command.state} onAgain={command.again} />
    </>
  );
}

export function UnitRequestActions({
  request,
  incident,
}: {
  request: UnitRequest;
  incident: Incident;
}) {
  const { t } = useWords();
  const [withdrawing, setWithdrawing] = useState(false);
  const command = useCommand(withdrawUnitRequest, () => setWithdrawing(false));
  if (withdrawing)
    return (
      <TextCommand
        label={t('form.why')}
        submit={t('unitRequest.withdraw')}
        field="reason"
        command={command}
        onBack={() => setWithdrawing(false)}
        onSubmit={(reason, revision = incident.revision) =>
          command.run({ incident: incident.id, request: request.request, reason }, revision)
        }
      />
    );
  return (
    <div className="buttons">
      {!request.filled && incident.may.includes('applyPlan') && (
        <Send request={request} incident={incident} />
      )}
      <button type="button" className="plain" onClick={() => setWithdrawing(true)}>
        {t('unitRequest.withdraw')}
      </button>
    </div>
  );
}
