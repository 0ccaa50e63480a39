import type { AccessEntry } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { askedText } from './askedText.ts';

/** Whose account it was, where somebody is known. */
const accountOf = ({ account, by }: AccessEntry): string | null => account ?? by?.id ?? null;

function Who({ row, onPerson }: { row: AccessEntry; onPerson: (account: string) => void }) {
  const { t, actor } = useWords();
  const account = accountOf(row);
  if (account === null) return <span className="quiet">{t('access.nobody')}</span>;
  return (
    <button type="button" className="plain" onClick={() => onPerson(account)}>
      {row.by === null ? t('access.triedWith', { account }) : actor(row.by)}
    </button>
  );
}

/** What it was about: the query or command, the department, the detail, why, how often. */
function What({ row }: { row: AccessEntry }) {
  const { t, department, time } = useWords();
  const { what, detail, reason, code, count, from, until } = row;
  return (
    <>
      <span title={what}>{askedText(t, what)}</span>
      {row.department !== null && ` ${department(row.department)}`}
      {code !== null && <span className="quiet"> {t('access.refusedBy', { code })}</span>}
      {[detail, reason].map((said) => said !== null && <span key={said}> · {said}</span>)}
      {count !== null && from !== null && until !== null && (
        <b> {t('access.more', { count, from: time(from), until: time(until) })}</b>
      )}
    </>
  );
}

export function AccessTable({
  rows,
  onPerson,
  onIncident,
}: {
  rows: readonly AccessEntry[];
  onPerson: (account: string) => void;
  onIncident: (incident: string) => void;
}) {
  const { t, full } = useWords();
  return (
    <div className="scroll">
      <table className="access-table">
        <thead>
          <tr>
            {(['when', 'who', 'kind', 'what', 'incident', 'from'] as const).map((name) => (
              <th key={name} scope="col">
                {t(name === 'from' ? 'access.where' : `access.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={String(row.position)} data-testid="access-row" data-kind={row.kind}>
              <td>
                <time dateTime={row.recordedAt}>{full(row.recordedAt)}</time>
              </td>
              <td>
                <Who row={row} onPerson={onPerson} />
              </td>
              <td>{t(`access.kinds.${row.kind}`)}</td>
              <td>
                <What row={row} />
              </td>
              <td>
                {row.incident !== null && (
                  <button
                    type="button"
                    className="plain"
                    title={row.incident}
                    onClick={() => onIncident(row.incident ?? '')}
                  >
                    {row.incident.slice(0, 8)}
                  </button>
                )}
              </td>
              <td>
                {row.by?.console ?? ''} <span className="quiet">{row.address ?? ''}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
