import type { IncidentRow, UnitRow } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { roman } from '../../i18n/format.ts';
import { ActNow } from '../../parts/ActNow.tsx';
import { useNow } from '../../store/clock.ts';
import { departmentCounts, gradeCounts, overdueOf } from './counts.ts';
import { useRoom } from './useRoom.ts';

export function Grades({ rows }: { rows: readonly IncidentRow[] }) {
  const { t } = useWords();
  const { grades, ungraded, unconfirmed } = gradeCounts(rows);
  return (
    <section aria-label={t('cockpit.incidents')} className="wall-grades">
      <h2>{t('cockpit.incidents')}</h2>
      <ul>
        <li>
          <b data-testid="wall-open">{rows.length}</b> {t('cockpit.open')}
        </li>
        {grades.map((count, at) => (
          <li key={roman(at + 1)}>
            <b>{count}</b> {roman(at + 1)}
          </li>
        ))}
        <li>
          <b>{ungraded}</b> {t('cockpit.ungraded')}
        </li>
        <li>
          <b>{unconfirmed}</b> {t('cockpit.unconfirmed')}
        </li>
      </ul>
    </section>
  );
}

export function Overdue({ rows }: { rows: readonly IncidentRow[] }) {
  const { t, department, type } = useWords();
  const overdue = overdueOf(rows, useNow());
  const { lines } = useRoom();
  return (
    <section aria-label={t('cockpit.overdue')}>
      <h2>
        {t('cockpit.overdue')} <span data-testid="wall-overdue">{overdue.length}</span>
      </h2>
      {overdue.length === 0 && <p className="quiet">{t('cockpit.noneOverdue')}</p>}
      <ul className="wall-overdue">
        {overdue.slice(0, lines).map(({ incident, task }) => (
          <li key={task.id}>
            <b>{incident.number}</b>
            <span>{incident.type === null ? incident.what : type(incident.type)}</span>
            <span>{department(task.department)}</span>
            <ActNow since={task.acknowledgeBy ?? ''} />
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Departments({
  rows,
  units,
}: {
  rows: readonly IncidentRow[];
  units: readonly UnitRow[];
}) {
  const { t, department } = useWords();
  const counts = departmentCounts(rows, units, useNow());
  const { departments: most } = useRoom();
  return (
    <section aria-label={t('cockpit.departments')} className="wall-departments">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('cockpit.department')}</th>
            <th scope="col">{t('cockpit.openTasks')}</th>
            <th scope="col">{t('cockpit.unanswered')}</th>
            <th scope="col">{t('cockpit.overdueTasks')}</th>
            <th scope="col">{t('cockpit.unitsFree')}</th>
          </tr>
        </thead>
        <tbody>
          {counts.slice(0, most).map((one) => (
            <tr key={one.department}>
              <th scope="row">{department(one.department)}</th>
              <td>{one.open}</td>
              <td>{one.unanswered}</td>
              <td className={one.overdue > 0 ? 'act' : undefined}>
                {one.overdue > 0 ? `! ${one.overdue}` : 0}
              </td>
              <td>{one.units === 0 ? '–' : `${one.unitsFree}/${one.units}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {counts.length > most && (
        <p className="quiet">{t('cockpit.more', { count: counts.length - most })}</p>
      )}
    </section>
  );
}
