import type { UnitRow } from '../../api/types.ts';
import { useMoment } from '../../app/moment.ts';
import { useWords } from '../../app/words.ts';
import { duration } from '../../i18n/format.ts';
import { ActNow } from '../../parts/ActNow.tsx';

type Par = NonNullable<NonNullable<UnitRow['active']>['par']>;

/** How the accountability check [PAR] of a unit on scene stands: not due, asked, or overdue. */
export function ParNow({ par }: { par: Par }) {
  const { t } = useWords();
  const now = useMoment();
  if (par.overdueSince !== null) return <ActNow since={par.overdueSince} text={t('par.overdue')} />;
  if (par.answerBy !== null)
    return (
      <b data-testid="par-asked">
        {t('par.asked', { time: duration(Date.parse(par.answerBy) - now) })}
      </b>
    );
  if (par.due === null) return null;
  return (
    <span className="quiet">{t('par.next', { time: duration(Date.parse(par.due) - now) })}</span>
  );
}
