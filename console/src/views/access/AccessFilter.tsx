import { useWords } from '../../app/words.ts';
import { Field } from '../../parts/Field.tsx';
import { type AccessKind, type Filter, isId, kinds } from './filter.ts';

/** By person, incident, kind and time; what is entered takes effect at once. */
export function AccessFilter({
  filter,
  onChange,
}: {
  filter: Filter;
  onChange: (filter: Filter) => void;
}) {
  const { t } = useWords();
  const set = (change: Partial<Filter>): void => onChange({ ...filter, ...change });
  const half = filter.incident !== '' && !isId(filter.incident);
  return (
    <search className="access-filter">
      <Field label={t('access.account')}>
        {(field) => (
          <input
            {...field}
            value={filter.account}
            data-testid="access-account"
            onChange={(event) => set({ account: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('access.incident')} {...(half ? { help: t('access.incidentHelp') } : {})}>
        {(field) => (
          <input
            {...field}
            value={filter.incident}
            data-testid="access-incident"
            onChange={(event) => set({ incident: event.target.value.trim() })}
          />
        )}
      </Field>
      <Field label={t('access.kind')}>
        {(field) => (
          <select
            {...field}
            value={filter.kind}
            data-testid="access-kind"
            onChange={(event) => set({ kind: event.target.value as AccessKind | '' })}
          >
            <option value="">{t('access.everyKind')}</option>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`access.kinds.${kind}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {(['from', 'until'] as const).map((end) => (
        <Field key={end} label={t(`access.${end}`)}>
          {(field) => (
            <input
              {...field}
              type="datetime-local"
              step={1}
              value={filter[end]}
              onChange={(event) => set({ [end]: event.target.value })}
            />
          )}
        </Field>
      ))}
    </search>
  );
}
