import { useState } from 'react';
import { ask } from '../../api/client.ts';
import { activityLogDocument, statusSummaryDocument } from '../../api/documents/replay.ts';
import type { Entry, Incident } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { Field } from '../../parts/Field.tsx';
import { showPage } from '../../parts/page.ts';
import type { Language } from '../../store/preferences.ts';
import { ReportLink } from '../command/ReportLink.tsx';
import { type Subject, subjectsOf } from './subjects.ts';

const kinds = ['department', 'unit', 'person'] as const;
const languages: readonly Language[] = ['zh-CN', 'en'];

/** One button a language, so that either can be handed over whatever the console speaks. */
function Print({ text, html }: { text: string; html: (language: 'zh_CN' | 'en') => Html }) {
  const { t } = useWords();
  const [failed, setFailed] = useState(false);
  const show = async (language: Language): Promise<void> => {
    const wanted = language === 'en' ? 'en' : 'zh_CN';
    setFailed(!(await showPage(() => html(wanted).catch(() => undefined))));
  };
  return (
    <p className="buttons">
      {text}
      {languages.map((language) => (
        <button key={language} type="button" lang={language} onClick={() => void show(language)}>
          {language === 'en' ? 'English' : '中文'}
        </button>
      ))}
      {failed && (
        <span className="fault" role="alert">
          {t('forms.failed')}
        </span>
      )}
    </p>
  );
}

type Html = Promise<string | undefined>;

function Whose({
  subjects,
  value,
  onChange,
}: {
  subjects: readonly Subject[];
  value: string;
  onChange: (value: string) => void;
}) {
  const { t } = useWords();
  return (
    <Field label={t('forms.whose')}>
      {(field) => (
        <select
          {...field}
          data-testid="log-of"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          {kinds.map((kind) => (
            <optgroup key={kind} label={t(`forms.kind.${kind}`)}>
              {subjects
                .filter((one) => one.kind === kind)
                .map((one) => (
                  <option key={one.value} value={one.value}>
                    {one.name}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  );
}

/**
 * The incident's forms, each a page that prints: the status summary and the activity logs as the
 * record stood at the incident's revision, and the after-action report of the whole record.
 */
export function Forms({
  incident,
  entries,
}: {
  incident: Incident;
  entries: readonly Pick<Entry, 'actor'>[];
}) {
  const { t, fromEntered, department } = useWords();
  const [since, setSince] = useState('');
  const [chosen, setChosen] = useState('');
  const { id, revision } = incident;
  const subjects = subjectsOf(incident, entries, department);
  const subject = subjects.find(({ value }) => value === chosen) ?? subjects[0];
  const from = fromEntered(since);
  const asked = { incident: id, revision, since: from === '' ? null : from };
  return (
    <section className="forms" aria-label={t('forms.title')} data-testid="forms">
      <h3>{t('forms.title')}</h3>
      <p className="quiet">{t('forms.asOf', { revision })}</p>
      <Field label={t('forms.since')} help={t('forms.sinceHelp')}>
        {(field) => (
          <input
            {...field}
            type="datetime-local"
            step={1}
            value={since}
            onChange={(event) => setSince(event.target.value)}
          />
        )}
      </Field>
      <Print
        text={t('forms.summary')}
        html={async (language) =>
          (await ask(statusSummaryDocument, { ...asked, language })).form ?? undefined
        }
      />
      <Whose subjects={subjects} value={subject?.value ?? ''} onChange={setChosen} />
      {subject && (
        <Print
          text={t('forms.log', { name: subject.name })}
          html={async (language) =>
            (
              await ask(activityLogDocument, {
                ...asked,
                language,
                of: { [subject.kind]: subject.id },
              })
            ).form ?? undefined
          }
        />
      )}
      <ReportLink incident={id} />
    </section>
  );
}
