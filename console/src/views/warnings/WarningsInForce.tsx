import { useDesk } from '../../app/desk.ts';
import { go } from '../../app/route.ts';
import { useWords } from '../../app/words.ts';
import { useAllRows } from '../../store/useRows.ts';
import { LevelMark } from './LevelMark.tsx';

/** In the header: how many warnings are in force and the worst of them; the way to all. */
export function WarningsInForce() {
  const { warnings } = useDesk();
  const { t } = useWords();
  const [worst, ...rest] = useAllRows(warnings.store);
  if (!worst) return null;
  return (
    <button
      type="button"
      className="plain in-force"
      data-testid="warnings-in-force"
      onClick={() => go(['warnings'])}
    >
      <LevelMark level={worst.level} /> {t('warnings.count', { count: rest.length + 1 })}
    </button>
  );
}
