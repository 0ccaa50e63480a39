import { type FormEvent, useState } from 'react';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { Field } from '../../parts/Field.tsx';
import {
  type Dimension,
  dayAfter,
  dimensionsOf,
  faultsIn,
  isOfDepartments,
  type Question,
  type Span,
  spans,
  withSpan,
} from './question.ts';

const lengths = [7, 30, 365] as const;

/** @param own the one department that a liaison asks for; null: any, or all of them */
export function QuestionForm({
  initial,
  own,
  onAsk,
}: {
  initial: Question;
  own: string | null;
  onAsk: (question: Question) => void;
}) {
  const { city } = useDesk();
  const { t, department, toEntered } = useWords();
  const [question, setQuestion] = useState(initial);
  const [told, setTold] = useState(false);
  const change = (changed: Partial<Question>) => setQuestion({ ...question, ...changed });
  const faults = told ? faultsIn(question) : [];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const wrong = faultsIn(question).length > 0;
    setTold(wrong);
    if (!wrong) onAsk(question);
  };
  const last = (days: number): void => {
    const to = toEntered(new Date().toISOString()).slice(0, 10);
    change({ from: dayAfter(to, 1 - days), to });
  };
  const periodFault = faults.includes('period') ? t('intervals.periodFault') : undefined;
  const targetFault = faults.includes('target') ? t('intervals.targetFault') : undefined;
  return (
    <form className="interval-question" aria-label={t('intervals.asked')} onSubmit={submit}>
      <Field label={t('intervals.span')}>
        {(field) => (
          <select
            {...field}
            value={question.span}
            onChange={({ target }) => setQuestion(withSpan(question, target.value as Span))}
          >
            {spans
              .filter((span) => own === null || isOfDepartments(span))
              .map((span) => (
                <option key={span} value={span}>
                  {t(`intervals.spans.${span}`)}
                </option>
              ))}
          </select>
        )}
      </Field>
      <Field label={t('intervals.by')}>
        {(field) => (
          <select
            {...field}
            value={question.by}
            onChange={({ target }) => change({ by: target.value as Dimension })}
          >
            {(['NONE', ...dimensionsOf(question.span)] as const).map((one) => (
              <option key={one} value={one}>
                {t(`intervals.dimensions.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {own === null && isOfDepartments(question.span) && (
        <Field label={t('intervals.department')}>
          {(field) => (
            <select
              {...field}
              value={question.department}
              onChange={({ target }) => change({ department: target.value })}
            >
              <option value="">{t('intervals.everyDepartment')}</option>
              {[...city.departments.keys()].map((id) => (
                <option key={id} value={id}>
                  {department(id)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field label={t('intervals.from')} fault={periodFault}>
        {(field) => (
          <input
            {...field}
            type="date"
            value={question.from}
            onChange={({ target }) => change({ from: target.value })}
          />
        )}
      </Field>
      <Field label={t('intervals.to')}>
        {(field) => (
          <input
            {...field}
            type="date"
            value={question.to}
            onChange={({ target }) => change({ to: target.value })}
          />
        )}
      </Field>
      <fieldset className="chips" aria-label={t('intervals.period')}>
        {lengths.map((days) => (
          <button key={days} type="button" onClick={() => last(days)}>
            {t('intervals.days', { days })}
          </button>
        ))}
      </fieldset>
      <Field label={t('intervals.targetSeconds')} fault={targetFault}>
        {(field) => (
          <input
            {...field}
            inputMode="numeric"
            value={question.seconds}
            onChange={({ target }) => change({ seconds: target.value.trim() })}
          />
        )}
      </Field>
      <Field label={t('intervals.targetPercent')}>
        {(field) => (
          <input
            {...field}
            inputMode="decimal"
            value={question.percent}
            onChange={({ target }) => change({ percent: target.value.trim() })}
          />
        )}
      </Field>
      <label className="check">
        <input
          type="checkbox"
          checked={question.exercises}
          onChange={({ target }) => change({ exercises: target.checked })}
        />
        {t('intervals.exercises')}
      </label>
      <button type="submit" className="primary">
        {t('intervals.show')}
      </button>
    </form>
  );
}
