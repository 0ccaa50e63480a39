import { memo } from 'react';
import { ActionButton } from '../../actions/ActionButton.tsx';
import { dispatchUnit } from '../../api/documents/unitCommands.ts';
import type { IncidentRow, UnitRow } from '../../api/types.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { CommandOutcome } from '../../parts/CommandOutcome.tsx';
import { Since } from '../../parts/Since.tsx';
import { isEnded } from '../../store/needs.ts';
import { isFree, isParOverdue, stateOf } from '../../store/units.ts';
import { useRow } from '../../store/useRows.ts';
import { ParNow } from '../units/ParNow.tsx';
import { useBoards } from './boards.ts';

function Where({ row }: { row: UnitRow }) {
  const { t } = useWords();
  const { incidents } = useBoards();
  const incident = useRow(incidents.store, row.active?.incident ?? '');
  if (row.active === null) return <span className="quiet">{t(`units.state.${stateOf(row)}`)}</span>;
  return (
    <span>
      {t(`stage.${row.active.stage}`)} <Since from={row.active.since} />{' '}
      <span className="quiet">
        {incident
          ? t('units.committed', { number: incident.number })
          : t('units.committedElsewhere')}
      </span>{' '}
      {isParOverdue(row) && row.active.par && <ParNow par={row.active.par} />}
    </span>
  );
}

/** Sends the unit under its department's open task, where there is one. */
function SendUnit({ row, incident }: { row: UnitRow; incident: IncidentRow }) {
  const { t } = useWords();
  const command = useCommand(dispatchUnit);
  const task = incident.tasks.find((one) => one.department === row.department && !isEnded(one));
  const stack = row.active !== null;
  const send = (): void =>
    command.run(
      {
        unit: row.id,
        assignment: crypto.randomUUID(),
        incident: incident.id,
        task: task?.id ?? null,
        stack,
      },
      row.revision,
    );
  return (
    <>
      <ActionButton
        action="send"
        disabled={command.busy}
        data-testid={`send-${row.callSign}`}
        aria-label={`${stack ? t('action.stack') : t('action.dispatch')} ${row.callSign}`}
        onClick={send}
      >
        {stack ? t('action.stack') : t('action.dispatch')}
      </ActionButton>
      <CommandOutcome state={command.state} onAgain={command.again} onResend={send} />
    </>
  );
}

export const UnitStrip = memo(function UnitStrip({
  id,
  place,
  of,
  incident,
}: {
  id: string;
  /** Its place in its list, from 1, and how many there are. */
  place: number;
  of: number;
  incident: IncidentRow | undefined;
}) {
  const { viewer } = useDesk();
  const { units } = useBoards();
  const { t, name } = useWords();
  const row = useRow(units.store, id);
  if (row === undefined) return null;
  const held =
    incident !== undefined &&
    [row.active, ...row.stacked].some((one) => one?.incident === incident.id);
  const sendable =
    incident && row.onDuty && row.reserve === null && !held && viewer.may.includes('dispatchUnit');
  return (
    <li
      aria-posinset={place}
      aria-setsize={of}
      data-key={id}
      className={`unit-strip${isFree(row) ? ' free' : ''}${held ? ' here' : ''}`}
      title={`${name(row.name)} · ${t('units.station')} ${row.station}`}
      data-testid={`strip-${row.callSign}`}
    >
      {sendable && <SendUnit row={row} incident={incident} />}
      <b className="call-sign">{row.callSign}</b>
      <Where row={row} />
      {row.stacked.length > 0 && (
        <span className="quiet">{t('units.stackedCount', { count: row.stacked.length })}</span>
      )}
    </li>
  );
});
