import { useWords } from '../../app/words.ts';
import { leavesOf } from './leaves.ts';

/** An event's data as it stands in the log, under the log's own names. */
export function Recorded({ data }: { data: unknown }) {
  const { t } = useWords();
  const leaves = leavesOf(data);
  if (leaves.length === 0) return <p className="quiet">{t('audit.noData')}</p>;
  return (
    <dl className="facts recorded">
      {leaves.map(([path, value]) => (
        <div key={path}>
          <dt>
            <code>{path}</code>
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
