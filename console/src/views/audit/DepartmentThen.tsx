import { departmentThenDocument, incidentsThenDocument } from '../../api/documents/replay.ts';
import type { IncidentRow, TaskRow, UnitRow } from '../../api/types.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { EvidenceChain } from '../incident/EvidenceChain.tsx';
import { FoundRow } from './IncidentSearch.tsx';

/** A moment of the log: right after a position, or when a time had come. */
export type LogMoment = { readonly position: string } | { readonly at: string };

interface Then {
  readonly asOf: LogMoment;
  /** The incident that it is about: its rows come first, and are marked. */
  readonly incident?: string;
  readonly onOpen: (incident: string, revision: string) => void;
}

function AsOfLine({ asOf, position }: { asOf: string | null; position: unknown }) {
  const { t, full } = useWords();
  return (
    <p className="quiet">
      {asOf !== null && t('audit.pastLast', { time: full(asOf) })}{' '}
      {t('audit.pastPosition', { position: String(position) })}
    </p>
  );
}

const ownFirst =
  <Row,>(isOwn: (row: Row) => boolean) =>
  (one: Row, other: Row): number =>
    Number(isOwn(other)) - Number(isOwn(one));

function Task({ row, own, onOpen }: { row: TaskRow; own: boolean; onOpen: Then['onOpen'] }) {
  const { t, time, type } = useWords();
  return (
    <li
      className={own ? 'own' : ''}
      data-testid={`then-task-${row.number}`}
      data-status={row.status}
    >
      <button type="button" className="plain" onClick={() => onOpen(row.incident, row.revision)}>
        <b>{row.number}</b> {row.type === null ? row.what : type(row.type)}
      </button>{' '}
      <span>{t(`task.${row.status}`)}</span>{' '}
      <span className="quiet">{t('audit.answerBy', { time: time(row.acknowledgeBy) })}</span>
      {row.escalation && (
        <b>
          {' '}
          {t('chain.escalated', {
            step: row.escalation.step,
            to: t(`addressee.${row.escalation.to}`),
          })}
        </b>
      )}
      <p>{row.instruction}</p>
      <EvidenceChain task={row} />
    </li>
  );
}

function Unit({ row, own }: { row: UnitRow; own: boolean }) {
  const { t } = useWords();
  const { active } = row;
  const state = active
    ? `${t(`stage.${active.stage}`)} · ${t('units.committed', { number: active.incidentNumber ?? '' })}`
    : t(row.onDuty ? 'units.state.free' : 'units.state.offDuty');
  return (
    <li className={own ? 'own' : ''} data-testid={`then-unit-${row.callSign}`}>
      <b className="call-sign">{row.callSign}</b> {state}
    </li>
  );
}

/** What the liaisons of a department had before them: its tasks and its units. */
export function DepartmentThen({
  department,
  asOf,
  incident,
  onOpen,
}: Then & { department: string }) {
  const { city } = useDesk();
  const { t } = useWords();
  const asked = useAsked(departmentThenDocument, { city: city.city.id, department, asOf });
  if (asked.at === 'loading') return <Waiting rows={6} />;
  if (asked.at === 'failed') return <Failed why={asked.why} />;
  const { tasks, units } = asked.data;
  const isOwnTask = (row: TaskRow): boolean => row.incident === incident;
  const isOwnUnit = (row: UnitRow): boolean => row.active?.incident === incident;
  return (
    <div className="then" data-testid="department-then" data-department={department}>
      <AsOfLine asOf={tasks.asOf} position={tasks.position} />
      <h4>
        {t('incident.tasks')} <span className="quiet">{tasks.rows.length}</span>
      </h4>
      {tasks.rows.length === 0 && <p className="quiet">{t('audit.noTasksThen')}</p>}
      <ul>
        {tasks.rows.toSorted(ownFirst(isOwnTask)).map((row) => (
          <Task key={row.id} row={row} own={isOwnTask(row)} onOpen={onOpen} />
        ))}
      </ul>
      <h4>
        {t('incident.units')} <span className="quiet">{units.rows.length}</span>
      </h4>
      <ul className="units-then">
        {units.rows.toSorted(ownFirst(isOwnUnit)).map((row) => (
          <Unit key={row.id} row={row} own={isOwnUnit(row)} />
        ))}
      </ul>
    </div>
  );
}

/** What the command centre's queue showed: the open incidents. */
export function CentreThen({ asOf, incident, onOpen }: Then) {
  const { city } = useDesk();
  const { t } = useWords();
  const asked = useAsked(incidentsThenDocument, { city: city.city.id, asOf });
  if (asked.at === 'loading') return <Waiting rows={10} />;
  if (asked.at === 'failed') return <Failed why={asked.why} />;
  const { rows, position, asOf: last } = asked.data.board;
  const isOwn = (row: IncidentRow): boolean => row.id === incident;
  return (
    <div className="then" data-testid="past-board">
      <AsOfLine asOf={last} position={position} />
      {rows.length === 0 && <p className="nothing">{t('audit.pastEmpty')}</p>}
      <ul className="rows">
        {rows.toSorted(ownFirst(isOwn)).map((row) => (
          <FoundRow
            key={row.id}
            row={row}
            selected={isOwn(row)}
            onSelect={() => onOpen(row.id, row.revision)}
          />
        ))}
      </ul>
    </div>
  );
}
