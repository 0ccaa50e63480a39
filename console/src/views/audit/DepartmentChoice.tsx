import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';

/** Whose screen: a department's, or the command centre's (null). */
export function DepartmentChoice({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (department: string | null) => void;
}) {
  const { city } = useDesk();
  const { t, department } = useWords();
  return (
    <select
      aria-label={t('audit.whoseScreen')}
      data-testid="whose-screen"
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
    >
      <option value="">{t('audit.centre')}</option>
      {[...city.departments.keys()].map((id) => (
        <option key={id} value={id}>
          {department(id)}
        </option>
      ))}
    </select>
  );
}
