import { useText } from '../i18n/text.ts';

export function ExerciseMark() {
  const t = useText();
  return <span className="exercise-mark">{t('app.exercise')}</span>;
}
