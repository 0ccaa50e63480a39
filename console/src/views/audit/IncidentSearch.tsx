import { useState } from 'react';
import type { IncidentRow } from '../../api/types.ts';
import { placeText, useWords } from '../../app/words.ts';
import { Choice } from '../../parts/Choice.tsx';
import { ExerciseMark } from '../../parts/ExerciseMark.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Grade } from '../../parts/Grade.tsx';
import { PriorityMark } from '../../parts/PriorityMark.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { matches, type Scope } from './search.ts';
import { useFoundIncidents } from './useFoundIncidents.ts';

const scopes: readonly Scope[] = ['all', 'open', 'closed'];
/** Rows drawn at the most; a search narrows what is more. */
const most = 200;

export function FoundRow({
  row,
  selected,
  onSelect,
}: {
  row: IncidentRow;
  selected: boolean;
  onSelect: () => void;
}) {
  const { t, type, day } = useWords();
  return (
    <li>
      <button
        type="button"
        className="found"
        aria-current={selected}
        data-testid={`found-${row.number}`}
        onClick={onSelect}
      >
        <PriorityMark priority={row.priority} />
        <b>{row.number}</b>
        <span className="found-type">{row.type === null ? row.what : type(row.type)}</span>
        <Grade grade={row.grade} />
        <span>{t(`status.${row.status}`)}</span>
        <span className="found-place">
          {row.exercise && <ExerciseMark />} {placeText(row.place)}{' '}
          <span className="quiet">{row.reference ?? ''}</span>
        </span>
        <time className="quiet">{day(row.reportedAt)}</time>
      </button>
    </li>
  );
}

/** Incidents of the city, open and closed, found by number, reference or words. */
export function IncidentSearch({
  selected,
  onSelect,
  onBoard,
}: {
  selected: string | null;
  onSelect: (id: string) => void;
  /** The whole board as of a moment is wanted. */
  onBoard: () => void;
}) {
  const { t, type } = useWords();
  const [typed, setTyped] = useState('');
  const [scope, setScope] = useState<Scope>('all');
  const { state, rows } = useFoundIncidents(scope);
  const found = rows.filter((row) => matches(row, row.type === null ? '' : type(row.type), typed));
  return (
    <section className="pane search" aria-label={t('audit.title')}>
      <div className="pane-head">
        <h2>
          {t('audit.title')} <span>{found.length}</span>
        </h2>
        <Choice
          label={t('audit.scope')}
          value={scope}
          options={scopes.map((value) => ({ value, text: t(`audit.${value}`) }))}
          onChange={setScope}
        />
      </div>
      <input
        type="search"
        aria-label={t('audit.searchFor')}
        placeholder={t('audit.searchHelp')}
        data-testid="audit-search"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <button type="button" className="plain" data-testid="audit-board" onClick={onBoard}>
        {t('audit.boardAsOf')}
      </button>
      {state === 'failed' && <Failed />}
      {state === 'loading' && found.length === 0 && <Waiting rows={10} />}
      {state === 'live' && found.length === 0 && <p className="nothing">{t('audit.empty')}</p>}
      <ul className="rows">
        {found.slice(0, most).map((row) => (
          <FoundRow
            key={row.id}
            row={row}
            selected={row.id === selected}
            onSelect={() => onSelect(row.id)}
          />
        ))}
      </ul>
      {found.length > most && <p className="help">{t('audit.truncated', { count: most })}</p>}
    </section>
  );
}
