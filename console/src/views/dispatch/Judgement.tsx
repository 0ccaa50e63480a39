import type { IncidentClass } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { Field } from '../../parts/Field.tsx';
import { PriorityMark } from '../../parts/PriorityMark.tsx';

const classes: readonly IncidentClass[] = [
  'NATURAL_DISASTER',
  'ACCIDENT_DISASTER',
  'PUBLIC_HEALTH',
  'SOCIAL_SECURITY',
];
const levels = [1, 2, 3, 4] as const;

export interface Judging {
  readonly class: IncidentClass;
  readonly grade: number;
  readonly priority: number;
}

/** Class, grade and priority: three selections that begin with what the type says. */
export function Judgement({
  judged,
  onChange,
}: {
  judged: Judging;
  onChange: (change: Partial<Judging>) => void;
}) {
  const { t } = useWords();
  return (
    <div className="judgement">
      <Field label={t('incident.class')}>
        {(props) => (
          <select
            {...props}
            value={judged.class}
            onChange={(event) => {
              const chosen = classes.find((one) => one === event.target.value);
              if (chosen) onChange({ class: chosen });
            }}
          >
            {classes.map((one) => (
              <option key={one} value={one}>
                {t(`class.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('grade.label')}>
        {(props) => (
          <select
            {...props}
            value={judged.grade}
            onChange={(event) => onChange({ grade: Number(event.target.value) })}
          >
            {levels.map((level) => (
              <option key={level} value={level}>
                {t(`grade.${level}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('priority.label')}>
        {(props) => (
          <span className="with-mark">
            <PriorityMark priority={judged.priority} />
            <select
              {...props}
              value={judged.priority}
              onChange={(event) => onChange({ priority: Number(event.target.value) })}
            >
              {levels.map((level) => (
                <option key={level} value={level}>
                  {level}
                </option>
              ))}
            </select>
          </span>
        )}
      </Field>
    </div>
  );
}
