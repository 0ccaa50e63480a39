import { useText } from '../../i18n/text.ts';
import { matchingRows, type Section } from './section.ts';

/** Rows drawn at the most; a search narrows what is more. */
const most = 200;

/** The rows of a section in which what was typed stands. */
export function ProfileTable({ section, typed }: { section: Section; typed: string }) {
  const t = useText();
  const rows = matchingRows(section.rows, typed);
  if (rows.length === 0) return <p className="nothing">{t('admin.nothing')}</p>;
  return (
    <div className="profile-table">
      <table data-testid={`profile-${section.key}`}>
        <thead>
          <tr>
            <th scope="col">{t('admin.column.id')}</th>
            {section.columns.map((column) => (
              <th key={column} scope="col">
                {t(`admin.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map(({ id, cells, more }, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two rows may have one label
            <tr key={`${id} ${row}`}>
              <th scope="row">{id}</th>
              {cells.map((cell, index) => (
                <td key={section.columns[index]}>
                  {index === 0 && more && more.length > 0 ? (
                    <details>
                      <summary>{cell}</summary>
                      <ul className="plain-list">
                        {more.map((line) => (
                          <li key={line}>{line}</li>
                        ))}
                      </ul>
                    </details>
                  ) : (
                    cell
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > most && (
        <p className="quiet">{t('admin.more', { count: rows.length - most })}</p>
      )}
    </div>
  );
}
