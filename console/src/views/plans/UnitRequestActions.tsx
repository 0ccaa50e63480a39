import { useState } from 'react';
import { ActionButton } from '../../actions/ActionButton.tsx';
import { withdrawUnitRequest } from '../../api/documents/plans.ts';
import type { Incident, UnitRequest } from '../../api/types.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useWords } from '../../app/words.ts';
import { TextCommand } from '../../parts/TextCommand.tsx';
import { Recommended } from '../units/Recommended.tsx';

/** What fills the request: the recommended units, sent under it by one press; or taking it back. */
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
  const { capability, count, units } = request;
  const missing = Math.max(count - units.length, 1);
  return (
    <>
      {!request.filled && incident.may.includes('applyPlan') && (
        <Recommended
          incident={incident}
          capability={capability}
          count={missing}
          request={request.request}
        />
      )}
      <div className="buttons">
        <ActionButton action="withdrawRequest" onClick={() => setWithdrawing(true)}>
          {t('unitRequest.withdraw')}
        </ActionButton>
      </div>
    </>
  );
}
