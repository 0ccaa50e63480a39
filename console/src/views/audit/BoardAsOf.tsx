import { incidentBoardAtDocument } from '../../api/documents/boards.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Field } from '../../parts/Field.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { FoundRow } from './IncidentSearch.tsx';

/** The incident board as it stood at a moment of the past, read-only. */
function Board({
  at,
  onOpen,
}: {
  at: string;
  onOpen: (incident: string, revision: string) => void;
}) {
  const { city } = useDesk();
  const { t, full } = useWords();
  const asked = useAsked(incidentBoardAtDocument, { city: city.city.id, at });
  if (asked.at === 'loading') return <Waiting rows={10} />;
  if (asked.at === 'failed') return <Failed />;
  const { rows, position, asOf } = asked.data.board;
  return (
    <>
      <p className="past" data-testid="past-board" role="status">
        <b>{t('audit.past', { count: rows.length, time: full(at) })}</b>{' '}
        <span className="quiet">
          {asOf !== null && t('audit.pastLast', { time: full(asOf) })}{' '}
          {t('audit.pastPosition', { position: String(position) })}
        </span>
      </p>
      {rows.length === 0 && <p className="nothing">{t('audit.pastEmpty')}</p>}
      <ul className="rows">
        {rows.map((row) => (
          <FoundRow
            key={row.id}
            row={row}
            selected={false}
            onSelect={() => onOpen(row.id, row.revision)}
          />
        ))}
      </ul>
    </>
  );
}

/** Asks for a moment by the clocks of the city and shows the board as it then stood. */
export function BoardAsOf({
  at,
  onAt,
  onOpen,
}: {
  at: string | null;
  onAt: (at: string) => void;
  onOpen: (incident: string, revision: string) => void;
}) {
  const { t, toEntered, fromEntered } = useWords();
  const now = new Date().toISOString();
  const take = (entered: string): void => {
    const moment = fromEntered(entered);
    const past = moment !== '' && moment < new Date().toISOString();
    if (past) onAt(moment);
  };
  return (
    <section className="pane board-as-of" aria-label={t('audit.boardAsOf')}>
      <div className="pane-head">
        <h2>{t('audit.boardAsOf')}</h2>
      </div>
      <Field label={t('audit.moment')} help={t('audit.momentHelp')}>
        {(field) => (
          <input
            {...field}
            type="datetime-local"
            step={1}
            max={toEntered(now)}
            defaultValue={at === null ? '' : toEntered(at)}
            data-testid="audit-moment"
            onChange={(event) => take(event.target.value)}
          />
        )}
      </Field>
      {at !== null && <Board at={at} onOpen={onOpen} />}
    </section>
  );
}
