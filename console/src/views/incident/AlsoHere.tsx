import { useContext } from 'react';
import { useWords } from '../../app/words.ts';
import { CompanyContext } from './company.ts';

/** The others who have the incident open, and whether they are writing. */
export function AlsoHere() {
  const { t, department } = useWords();
  const { others } = useContext(CompanyContext);
  if (others.length === 0) return null;
  return (
    <p className="also-here" data-testid="also-here">
      <span className="quiet">{t('presence.here')}</span>{' '}
      {others.map(({ console: at, name, department: own, editing }) => (
        <span key={at} className={editing === null ? '' : 'writing'}>
          {name}
          {own !== null && <span className="quiet"> {department(own)}</span>}
          {editing !== null && ` · ${t('presence.writing')}`}
        </span>
      ))}
    </p>
  );
}
