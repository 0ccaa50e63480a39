import { useState } from 'react';
import { ActionButton } from '../../actions/ActionButton.tsx';
import {
  activateAssignment,
  cancelAssignment,
  recordStage,
} from '../../api/documents/unitCommands.ts';
import type { Stage, UnitRow } from '../../api/types.ts';
import { useCommand, useRevisionSeen } from '../../api/useCommand.ts';
import { allows, useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { CommandOutcome } from '../../parts/CommandOutcome.tsx';
import { TextCommand } from '../../parts/TextCommand.tsx';
import { laterStages } from '../../store/stages.ts';
import { ConfirmPar } from './ConfirmPar.tsx';
import { ParNow } from './ParNow.tsx';

function Withdraw({
  row,
  assignment,
  onDone,
}: {
  row: UnitRow;
  assignment: string;
  onDone: () => void;
}) {
  const seen = useRevisionSeen(row.revision);
  const { t } = useWords();
  const command = useCommand(cancelAssignment, onDone);
  return (
    <TextCommand
      label={t('form.reason')}
      submit={t('action.withdraw')}
      warning={t('form.sureWithdraw')}
      field="reason"
      command={command}
      onBack={onDone}
      onSubmit={(reason, revision = seen) =>
        command.run({ unit: row.id, assignment, reason }, revision)
      }
    />
  );
}

/** The next stage on a button, the later ones beside it, and the way back. */
function Stages({ row, assignment, stage }: { row: UnitRow; assignment: string; stage: Stage }) {
  const { t } = useWords();
  const command = useCommand(recordStage);
  const run = (next: Stage, revision = row.revision): void =>
    command.run({ unit: row.id, assignment, stage: next }, revision);
  const [next, ...others] = laterStages(stage);
  const label = (one: Stage): string =>
    t('units.stageTo', { stage: t(`stage.${one}`), callSign: row.callSign });
  return (
    <>
      {next && (
        <ActionButton
          action="stage"
          className="stage-next"
          disabled={command.busy}
          title={label(next)}
          data-testid="stage-next"
          onClick={() => run(next)}
        >
          {t(`stage.${next}`)}
        </ActionButton>
      )}
      {others.length > 0 && (
        <select
          aria-label={t('units.title')}
          value=""
          disabled={command.busy}
          onChange={(event) => {
            const chosen = others.find((one) => one === event.target.value);
            if (chosen) run(chosen);
          }}
        >
          <option value="">…</option>
          {others.map((one) => (
            <option key={one} value={one}>
              {t(`stage.${one}`)}
            </option>
          ))}
        </select>
      )}
      <CommandOutcome state={command.state} onAgain={command.again} />
    </>
  );
}

function Activate({ row, assignment }: { row: UnitRow; assignment: string }) {
  const { t } = useWords();
  const command = useCommand(activateAssignment);
  return (
    <>
      <ActionButton
        action="activate"
        disabled={row.active !== null || command.busy}
        onClick={() => command.run({ unit: row.id, assignment }, row.revision)}
      >
        {t('action.activate')}
      </ActionButton>
      <CommandOutcome state={command.state} onAgain={command.again} />
    </>
  );
}

/** What may be done with an assignment that the unit holds; nothing when it has ended. */
export function AssignmentActions({ row, assignment }: { row: UnitRow; assignment: string }) {
  const { viewer } = useDesk();
  const { t } = useWords();
  const [withdrawing, setWithdrawing] = useState(false);
  if (!allows(viewer.may, 'recordStage')) return null;
  const active = row.active?.assignment === assignment ? row.active : null;
  const stacked = row.stacked.some((one) => one.assignment === assignment);
  if (active === null && !stacked && !withdrawing) return null;
  return (
    <div className="unit-actions">
      {active?.par && <ParNow par={active.par} />}
      {active && <ConfirmPar row={row} />}
      {active && <Stages row={row} assignment={assignment} stage={active.stage} />}
      {stacked && allows(viewer.may, 'activateAssignment') && (
        <Activate row={row} assignment={assignment} />
      )}
      <ActionButton
        action="withdraw"
        className="plain"
        onClick={() => setWithdrawing(!withdrawing)}
      >
        {t('action.withdraw')}
      </ActionButton>
      {withdrawing && (
        <Withdraw row={row} assignment={assignment} onDone={() => setWithdrawing(false)} />
      )}
    </div>
  );
}
