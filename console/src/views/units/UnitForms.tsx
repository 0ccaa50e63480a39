import { offerUndo } from '../../actions/undo.ts';
import { prepare } from '../../api/command.ts';
import {
  goOffDuty,
  goOnDuty,
  holdInReserve,
  releaseFromReserve,
  reportPosition,
  returnUnit,
} from '../../api/documents/unitCommands.ts';
import type { UnitRow } from '../../api/types.ts';
import { allows, useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { Act, ActAtOnce } from '../command/Act.tsx';
import { CommandForm } from '../command/CommandForm.tsx';

interface Props {
  readonly row: UnitRow;
}

function Duty({ row }: Props) {
  const { viewer } = useDesk();
  const { t } = useWords();
  const unit = row.id;
  if (!row.onDuty && allows(viewer.may, 'goOnDuty'))
    return (
      <ActAtOnce
        document={goOnDuty}
        said={{ unit }}
        revision={row.revision}
        action="onDuty"
        text={t('units.goOnDuty')}
        onAccepted={() =>
          offerUndo(t('undo.onDuty', { callSign: row.callSign }), () =>
            prepare(goOffDuty, { unit, reason: t('undo.reason') }),
          )
        }
      />
    );
  if (!row.onDuty || row.active || !allows(viewer.may, 'goOffDuty')) return null;
  return (
    <Act action="offDuty" text={t('units.goOffDuty')}>
      {(done) => (
        <CommandForm
          document={goOffDuty}
          fields={[{ name: 'reason', label: t('form.reason') }]}
          submit={t('units.goOffDuty')}
          revision={row.revision}
          said={({ reason = '' }) => ({ unit, reason: reason.trim() })}
          onAccepted={() =>
            offerUndo(t('undo.offDuty', { callSign: row.callSign }), () =>
              prepare(goOnDuty, { unit }),
            )
          }
          onDone={done}
        />
      )}
    </Act>
  );
}

function Hold({ row }: Props) {
  const { viewer } = useDesk();
  const { t, fromEntered } = useWords();
  if (!row.onDuty || row.reserve || !allows(viewer.may, 'holdInReserve')) return null;
  return (
    <Act action="hold" text={t('units.hold')}>
      {(done) => (
        <CommandForm
          document={holdInReserve}
          fields={[
            { name: 'reason', label: t('form.reason') },
            {
              name: 'until',
              label: t('units.holdUntil'),
              kind: 'when',
              optional: true,
              help: t('units.holdUntilHelp'),
            },
          ]}
          submit={t('units.hold')}
          revision={row.revision}
          said={({ reason = '', until = '' }) => ({
            unit: row.id,
            reason: reason.trim(),
            until: fromEntered(until) || null,
          })}
          onAccepted={() =>
            offerUndo(t('undo.held', { callSign: row.callSign }), () =>
              prepare(releaseFromReserve, { unit: row.id, reason: t('undo.reason') }),
            )
          }
          onDone={done}
        />
      )}
    </Act>
  );
}

function Release({ row }: Props) {
  const { viewer } = useDesk();
  const { t } = useWords();
  if (!row.reserve || !allows(viewer.may, 'releaseFromReserve')) return null;
  return (
    <ActAtOnce
      document={releaseFromReserve}
      said={{ unit: row.id }}
      revision={row.revision}
      action="unhold"
      text={t('units.release')}
    />
  );
}

function Position({ row }: Props) {
  const { viewer } = useDesk();
  const { t } = useWords();
  if (!allows(viewer.may, 'reportPosition')) return null;
  return (
    <Act action="position" text={t('units.reportPosition')}>
      {(done) => (
        <CommandForm
          document={reportPosition}
          fields={[
            { name: 'lon', label: t('intake.lon') },
            { name: 'lat', label: t('intake.lat') },
          ]}
          submit={t('units.reportPosition')}
          said={({ lon = '', lat = '' }) => ({ unit: row.id, lon: Number(lon), lat: Number(lat) })}
          onDone={done}
        />
      )}
    </Act>
  );
}

function SendHome({ row }: Props) {
  const { viewer } = useDesk();
  const { t } = useWords();
  const held = row.active !== null || row.stacked.length > 0;
  if (row.jurisdiction === null || held || !allows(viewer.may, 'returnUnit')) return null;
  return (
    <Act action="sendHome" text={t('units.sendHome')}>
      {(done) => (
        <CommandForm
          document={returnUnit}
          fields={[{ name: 'reason', label: t('form.reason') }]}
          submit={t('units.sendHome')}
          revision={row.revision}
          said={({ reason = '' }) => ({ unit: row.id, reason: reason.trim() })}
          onDone={done}
        />
      )}
    </Act>
  );
}

/** What may be done with a unit itself; its assignments have their own actions. */
export const UnitForms = ({ row }: Props) => (
  <div className="buttons">
    <Duty row={row} />
    <Hold row={row} />
    <Release row={row} />
    <Position row={row} />
    <SendHome row={row} />
  </div>
);
