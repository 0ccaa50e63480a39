import { useWords } from '../../app/words.ts';
import { Waiting } from '../../parts/Waiting.tsx';
import { changedBetween } from './changed.ts';
import { useIncidentAt } from './useIncidentAt.ts';

/** So many are shown; a whole plan in one step changes more than anybody reads. */
const most = 40;

function Differences({ id, at, before }: { id: string; at: string; before: string }) {
  const { t } = useWords();
  const was = useIncidentAt(id, before);
  const is = useIncidentAt(id, at);
  if (was.incident?.revision !== before || is.incident?.revision !== at)
    return <Waiting rows={2} />;
  const changes = changedBetween(was.incident, is.incident);
  if (changes.length === 0) return <p className="quiet">{t('audit.nothingChanged')}</p>;
  return (
    <dl className="facts recorded changed" data-testid="step-changes">
      {changes.slice(0, most).map(({ path, before: old, after }) => (
        <div key={path}>
          <dt>
            <code>{path}</code>
          </dt>
          <dd>
            {old !== null && <del>{old}</del>}
            {old !== null && after !== null && <span aria-hidden="true"> → </span>}
            {after !== null && <ins>{after}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What changed at a step, before and after. */
export function StepChanges({ id, at }: { id: string; at: string }) {
  const { t } = useWords();
  if (at === '0') return null;
  return (
    <>
      <h3>{t('audit.changed')}</h3>
      <Differences id={id} at={at} before={String(BigInt(at) - 1n)} />
    </>
  );
}
