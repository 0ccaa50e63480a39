import { memo, type ReactNode, useMemo, useRef } from 'react';
import type { IncidentRow, UnitRow } from '../../api/types.ts';
import { useDesk } from '../../app/desk.ts';
import { placeText, useWords } from '../../app/words.ts';
import { Gap } from '../../parts/Gap.tsx';
import { PriorityMark } from '../../parts/PriorityMark.tsx';
import { Since } from '../../parts/Since.tsx';
import { useWindow } from '../../parts/useWindow.ts';
import { stateOf } from '../../store/units.ts';
import { useAllRows } from '../../store/useRows.ts';
import { useBoards } from '../dispatch/boards.ts';
import { UnitPosition } from '../units/UnitPosition.tsx';
import { LevelMark } from '../warnings/LevelMark.tsx';

/** How often it takes over what changed, in milliseconds: as often as the map. */
const pace = 1000;
/** A line's height in pixels where everything fits beside each other. */
const lineHeight = 36;

interface Place {
  readonly 'aria-posinset': number;
  readonly 'aria-setsize': number;
  readonly 'data-key': string;
}

/** A list of which only what is in sight is drawn; a city has thousands of either. */
function Lines<R extends { readonly id: string }>({
  rows,
  line,
}: {
  rows: readonly R[];
  line: (row: R, place: Place) => ReactNode;
}) {
  const list = useRef<HTMLUListElement>(null);
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  const parts = useWindow(list, ids, lineHeight);
  return (
    <ul ref={list}>
      {parts.map((part) => {
        if (typeof part !== 'number')
          return <Gap key={`gap ${part.at}`} as="li" height={part.gap} />;
        const row = rows[part];
        const of = { 'aria-posinset': part + 1, 'aria-setsize': rows.length };
        return row && line(row, { ...of, 'data-key': row.id });
      })}
    </ul>
  );
}

const IncidentLine = memo(function IncidentLine({
  row,
  chosen,
  onSelect,
  ...place
}: Place & {
  row: IncidentRow;
  chosen: boolean;
  onSelect: (id: string) => void;
}) {
  const { type, cell } = useWords();
  return (
    <li {...place}>
      <button
        type="button"
        className="map-item"
        aria-current={chosen}
        onClick={() => onSelect(row.id)}
      >
        <PriorityMark priority={row.priority} />
        <b>{row.number}</b>
        <span>{row.type === null ? row.what : type(row.type)}</span>
        <span className="quiet">
          {placeText(row.place)}
          {row.place.cell !== null && ` · ${cell(row.place.cell)}`}
        </span>
        <Since from={row.reportedAt} />
      </button>
    </li>
  );
});

const UnitLine = memo(function UnitLine({ row, ...place }: Place & { row: UnitRow }) {
  const { t } = useWords();
  return (
    <li {...place} className="map-item">
      <b>{row.callSign}</b>
      <span>
        {row.active !== null && t(`stage.${row.active.stage}`)} {row.active?.incidentNumber ?? ''}
      </span>
      <UnitPosition row={row} />
    </li>
  );
});

/** What the map shows, in words: for those who cannot see it, and where it cannot be drawn. */
export function MapList({
  selected,
  onSelect,
}: {
  selected: string | null;
  onSelect: (id: string) => void;
}) {
  const { warnings } = useDesk();
  const { incidents, units } = useBoards();
  const { t } = useWords();
  const inForce = useAllRows(warnings.store);
  const open = useAllRows(incidents.store, pace);
  const crews = useAllRows(units.store, pace);
  const atWork = useMemo(() => crews.filter((row) => stateOf(row) === 'committed'), [crews]);
  return (
    <div className="map-list" data-testid="map-list">
      {inForce.length > 0 && (
        <ul className="map-warnings">
          {inForce.map((row) => (
            <li key={row.id}>
              <LevelMark level={row.level} /> {row.hazard}
            </li>
          ))}
        </ul>
      )}
      <h3>
        {t('map.layer.incidents')} <span className="quiet">{open.length}</span>
      </h3>
      <Lines
        rows={open}
        line={(row, place) => (
          <IncidentLine
            key={row.id}
            {...place}
            {...{ row, onSelect }}
            chosen={row.id === selected}
          />
        )}
      />
      <h3>
        {t('map.unitsAtWork')} <span className="quiet">{atWork.length}</span>
      </h3>
      <Lines rows={atWork} line={(row, place) => <UnitLine key={row.id} {...place} row={row} />} />
    </div>
  );
}
