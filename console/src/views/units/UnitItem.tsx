import { memo } from 'react';
import type { UnitRow } from '../../api/types.ts';
import { allows, useDesk } from '../../app/desk.ts';
import { go } from '../../app/route.ts';
import { useWords } from '../../app/words.ts';
import { Since } from '../../parts/Since.tsx';
import { isParOverdue, stateOf } from '../../store/units.ts';
import { AssignmentActions } from './AssignmentActions.tsx';
import { UnitForms } from './UnitForms.tsx';
import { UnitPosition } from './UnitPosition.tsx';

type Held = UnitRow['stacked'][number];

function IncidentLink({ held }: { held: Held }) {
  const { viewer } = useDesk();
  const { t } = useWords();
  const text =
    held.incidentNumber === null
      ? t('incident.unnumbered')
      : t('incident.number', { number: held.incidentNumber });
  if (!allows(viewer.may, 'dispatchUnit')) return <b>{text}</b>;
  return (
    <button type="button" className="plain" onClick={() => go(['dispatch', held.incident])}>
      {text}
    </button>
  );
}

function Assignment({ row, held }: { row: UnitRow; held: Held }) {
  const { t } = useWords();
  return (
    <li className="unit-assignment" data-stage={held.stage}>
      <IncidentLink held={held} />
      <b>{t(`stage.${held.stage}`)}</b>
      <Since from={held.since} />
      <AssignmentActions row={row} assignment={held.assignment} />
    </li>
  );
}

function Reserve({ reserve }: { reserve: NonNullable<UnitRow['reserve']> }) {
  const { t, day } = useWords();
  return (
    <p className="said">
      <b>{t('units.reserve')}</b> {reserve.reason}{' '}
      <span className="quiet">
        {reserve.until === null
          ? t('units.untilReleased')
          : t('units.until', { time: day(reserve.until) })}
      </span>
    </p>
  );
}

/** One unit: whether it can be sent, where it is, what it is at, and what may be done with it. */
export const UnitItem = memo(function UnitItem({
  row,
  place,
  of,
}: {
  row: UnitRow;
  /** Its place in its list, from 1, and how many there are. */
  place: number;
  of: number;
}) {
  const { t, name, capability, jurisdiction } = useWords();
  const state = stateOf(row);
  const held = [row.active, ...row.stacked].filter((one) => one !== null);
  return (
    <li
      className={`unit-item ${state}${isParOverdue(row) ? ' overdue' : ''}`}
      aria-posinset={place}
      aria-setsize={of}
      data-key={row.id}
      data-scope
      data-testid={`unit-item-${row.callSign}`}
      data-status={state}
    >
      <div className="card-head">
        <b className="call-sign">{row.callSign}</b>
        <span>{t(`units.state.${state}`)}</span>
        <span className="quiet">{name(row.name)}</span>
        {row.jurisdiction !== null && (
          <b>{t('units.lentBy', { jurisdiction: jurisdiction(row.jurisdiction) })}</b>
        )}
        {row.returnDue && <span>{t('units.returnDue')}</span>}
      </div>
      <p className="quiet">
        {row.capabilities.map(capability).join(' · ')} · {t('units.station')} {row.station}
      </p>
      <p>
        <UnitPosition row={row} />
      </p>
      {row.reserve && <Reserve reserve={row.reserve} />}
      {held.length > 0 && (
        <ul className="unit-assignments">
          {held.map((one) => (
            <Assignment key={one.assignment} row={row} held={one} />
          ))}
        </ul>
      )}
      <UnitForms row={row} />
    </li>
  );
});
