import { useWords } from '../../app/words.ts';
import { Field } from '../../parts/Field.tsx';
import { DepartmentChoice } from './DepartmentChoice.tsx';
import { CentreThen, DepartmentThen } from './DepartmentThen.tsx';

/** Asks for a moment by the clocks of the city, and shows the board that somebody then had before them. */
export function BoardAsOf({
  at,
  department,
  onAt,
  onOpen,
}: {
  at: string | null;
  /** Null: the command centre's. */
  department: string | null;
  onAt: (at: string, department: string | null) => void;
  onOpen: (incident: string, revision: string) => void;
}) {
  const { t, full, toEntered, fromEntered } = useWords();
  const now = new Date().toISOString();
  const take = (entered: string): void => {
    const moment = fromEntered(entered);
    const past = moment !== '' && moment < new Date().toISOString();
    if (past) onAt(moment, department);
  };
  return (
    <section className="pane board-as-of" aria-label={t('audit.boardAsOf')}>
      <div className="pane-head">
        <h2>{t('audit.boardAsOf')}</h2>
        {at !== null && (
          <DepartmentChoice value={department} onChange={(chosen) => onAt(at, chosen)} />
        )}
      </div>
      <Field label={t('audit.moment')} help={t('audit.momentHelp')}>
        {(field) => (
          <input
            {...field}
            type="datetime-local"
            step={1}
            max={toEntered(now)}
            defaultValue={at === null ? '' : toEntered(at, 'second')}
            data-testid="audit-moment"
            onChange={(event) => take(event.target.value)}
          />
        )}
      </Field>
      {at !== null && (
        <p className="past" role="status">
          <b>{t('audit.past', { time: full(at) })}</b>
        </p>
      )}
      {at !== null && department === null && <CentreThen asOf={{ at }} onOpen={onOpen} />}
      {at !== null && department !== null && (
        <DepartmentThen department={department} asOf={{ at }} onOpen={onOpen} />
      )}
    </section>
  );
}
