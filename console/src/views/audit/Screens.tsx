import type { Entry, Incident } from '../../api/types.ts';
import { useDesk } from '../../app/desk.ts';
import { writeRoute } from '../../app/route.ts';
import { useWords } from '../../app/words.ts';
import { type Axis, timeOn } from '../../store/axis.ts';
import { DepartmentChoice } from './DepartmentChoice.tsx';
import { CentreThen, DepartmentThen, type LogMoment } from './DepartmentThen.tsx';

/** The department that was shown last, else the first that has a task in the incident. */
const usual = ({ tasks }: Incident): string | null => tasks[0]?.department ?? null;

/**
 * What a department's screen showed at the moment of a step, whatever was entered later: by recorded
 * order right after the entry, by occurred times at the time when it occurred.
 */
export function Screens({
  incident,
  entry,
  axis,
  department,
  onDepartment,
  onOpen,
}: {
  incident: Incident;
  entry: Entry;
  axis: Axis;
  department: string | null;
  onDepartment: (department: string | null) => void;
  onOpen: (incident: string, revision: string) => void;
}) {
  const { city } = useDesk();
  const { t, full, department: nameOf } = useWords();
  const chosen = department ?? usual(incident);
  const at = new Date(timeOn(axis, entry)).toISOString();
  const asOf: LogMoment = axis === 'recorded' ? { position: entry.position } : { at };
  const known = chosen !== null && city.departments.has(chosen) ? chosen : null;
  const name = known === null ? t('audit.centre') : nameOf(known);
  return (
    <section className="screens" aria-label={t('audit.screens')}>
      <div className="pane-head">
        <h3 data-testid="screen-title">
          {t('audit.screenAt', { department: name, time: full(at) })}
        </h3>
        <DepartmentChoice value={known} onChange={(next) => onDepartment(next ?? 'centre')} />
      </div>
      {axis === 'occurred' && <p className="help">{t('audit.screenByOccurred')}</p>}
      {known === null ? (
        <CentreThen asOf={asOf} incident={incident.id} onOpen={onOpen} />
      ) : (
        <DepartmentThen department={known} asOf={asOf} incident={incident.id} onOpen={onOpen} />
      )}
      <a href={writeRoute('audit', 'board', at, ...(known === null ? [] : [known]))}>
        {t('audit.wholeBoard')}
      </a>
    </section>
  );
}
