import { roman } from '../i18n/format.ts';
import { useText } from '../i18n/text.ts';

export function Grade({ grade }: { grade: number | null }) {
  const t = useText();
  if (grade === null) return <span className="grade quiet">–</span>;
  return (
    <span className="grade" title={`${t('grade.label')} ${roman(grade)}`}>
      {roman(grade)}
    </span>
  );
}
