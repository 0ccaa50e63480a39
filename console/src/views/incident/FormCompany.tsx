import type { Entry } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { eventText } from '../../i18n/eventText.ts';
import { type Companion, useEditing } from './company.ts';

/** What a person who fills in a form should know of the others: who is at the same, who did what. */
export function FormCompany({ form }: { form: string }) {
  const { also, news } = useEditing(form);
  if (also.length === 0 && news.length === 0) return null;
  return <Told {...{ also, news }} />;
}

function Told({ also, news }: { also: readonly Companion[]; news: readonly Entry[] }) {
  const { t, actor, time } = useWords();
  return (
    <>
      {also.map(({ console: at, name }) => (
        <p key={at} className="meanwhile" role="status" data-testid="also-editing">
          {t('presence.alsoEditing', { name })}
        </p>
      ))}
      {news.length > 0 && (
        <div className="meanwhile" role="status" data-testid="form-news">
          {t('presence.meanwhile')}
          <ul>
            {news.map((entry) => (
              <li key={entry.revision}>
                {time(entry.occurredAt)} {actor(entry.actor)} {eventText(t, entry.type)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
