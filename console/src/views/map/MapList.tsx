import { useDesk } from '../../app/desk.ts';
import { placeText, useWords } from '../../app/words.ts';
import { PriorityMark } from '../../parts/PriorityMark.tsx';
import { Since } from '../../parts/Since.tsx';
import { stateOf } from '../../store/units.ts';
import { useAllRows } from '../../store/useRows.ts';
import { useBoards } from '../dispatch/boards.ts';
import { UnitPosition } from '../units/UnitPosition.tsx';
import { LevelMark } from '../warnings/LevelMark.tsx';

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
  const { t, type, cell } = useWords();
  const inForce = useAllRows(warnings.store);
  const open = useAllRows(incidents.store);
  const atWork = useAllRows(units.store).filter((row) => stateOf(row) === 'committed');
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
      <ul>
        {open.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              className="map-item"
              aria-current={row.id === selected}
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
        ))}
      </ul>
      <h3>
        {t('map.unitsAtWork')} <span className="quiet">{atWork.length}</span>
      </h3>
      <ul>
        {atWork.map((row) => (
          <li key={row.id} className="map-item">
            <b>{row.callSign}</b>
            <span>
              {row.active !== null && t(`stage.${row.active.stage}`)}{' '}
              {row.active?.incidentNumber ?? ''}
            </span>
            <UnitPosition row={row} />
          </li>
        ))}
      </ul>
    </div>
  );
}
