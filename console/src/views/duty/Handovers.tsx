import { useState } from 'react';
import { acceptHandover, handoverDocument, withdrawHandover } from '../../api/documents/duty.ts';
import type { DutyRow } from '../../api/types.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { ActAtOnce } from '../command/Act.tsx';
import { OpenLists } from './OpenLists.tsx';

type HandoverRow = DutyRow['handovers'][number];

function Lists({ department, id }: { department: string; id: string }) {
  const { city } = useDesk();
  const { t } = useWords();
  const asked = useAsked(handoverDocument, { city: city.city.id, department, id });
  if (asked.at === 'loading') return <Waiting rows={2} />;
  if (asked.at === 'failed') return <Failed why={asked.why} />;
  if (!asked.data.handover) return <Failed why={t('state.none')} />;
  return <OpenLists open={asked.data.handover.open} />;
}

/** Who handed over to whom, the note, the list of what was open, and the answer to it. */
function Handover({ row, handover }: { row: DutyRow; handover: HandoverRow }) {
  const { city, viewer } = useDesk();
  const { t, minute } = useWords();
  const { id, from, to, role, status, note, at, acceptedAt } = handover;
  const offered = status === 'OFFERED';
  const [open, setOpen] = useState(offered);
  const about = { city: city.city.id, department: row.department, handover: id };
  return (
    <li className="card" data-scope data-testid={`handover-${id}`} data-status={status}>
      <div className="card-head">
        <b>
          {from.name} → {to.name}
        </b>
        <span>{t(`duty.roles.${role}`)}</span>
        <span className="quiet">
          {minute(at)} · {t(`duty.status.${status}`)}
          {acceptedAt !== null && ` ${minute(acceptedAt)}`}
        </span>
      </div>
      <p className="note-text">{note}</p>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('duty.whatWasOpen')}</summary>
        {open && <Lists department={row.department} id={id} />}
      </details>
      <div className="buttons">
        {offered && to.account === viewer.account && (
          <ActAtOnce
            primary
            action="acceptHandover"
            document={acceptHandover}
            said={about}
            text={t('duty.accept')}
          />
        )}
        {offered && from.account === viewer.account && (
          <ActAtOnce
            action="withdrawHandover"
            document={withdrawHandover}
            said={about}
            text={t('duty.withdraw')}
          />
        )}
      </div>
    </li>
  );
}

const mostShown = 10;

/** A desk's last handovers, the newest first. */
export function Handovers({ row }: { row: DutyRow }) {
  const { t } = useWords();
  const shown = row.handovers.toReversed().slice(0, mostShown);
  if (shown.length === 0) return <p className="nothing">{t('duty.noHandover')}</p>;
  return (
    <ul className="cards">
      {shown.map((handover) => (
        <Handover key={handover.id} row={row} handover={handover} />
      ))}
    </ul>
  );
}
