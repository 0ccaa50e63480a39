import type { Entry } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { askedAt, askedBefore, type Place } from '../../store/axis.ts';
import { Changes } from './Changes.tsx';

/** What changed at a step, before and after. */
export function StepChanges({
  incident,
  place,
  entries,
  onMove,
}: {
  incident: string;
  place: Place;
  entries: readonly Entry[];
  onMove: (revision: string) => void;
}) {
  const { t } = useWords();
  const before = askedBefore(place, entries);
  if (before === null) return null;
  return (
    <section data-testid="step-changes">
      <h3>{t('audit.changed')}</h3>
      <Changes incident={incident} from={before} to={askedAt(place, entries)} onChoose={onMove} />
    </section>
  );
}
