import type { Incident } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { PlanOffer } from './PlanOffer.tsx';
import { isAllThere } from './planParts.ts';
import { usePlans } from './usePlans.ts';

const takesPlans: readonly Incident['status'][] = ['CONFIRMED', 'RESPONDING', 'CONTAINED'];

function Offers({ incident }: { incident: Incident }) {
  const { t } = useWords();
  const { at, why, suggestions } = usePlans(incident);
  const offered = suggestions.filter((one) => !isAllThere(one));
  if (at === 'shown' && suggestions.length > 0 && offered.length === 0) return null;
  return (
    <section className="plan-offers" aria-label={t('plan.offered')} data-testid="plan-offers">
      <h3>
        {t('plan.offered')} <span className="quiet">{offered.length}</span>
      </h3>
      {at === 'loading' && <Waiting rows={1} />}
      {at === 'failed' && <Failed why={why} />}
      {at === 'shown' && suggestions.length === 0 && <p className="quiet">{t('plan.none')}</p>}
      {offered.map((suggestion) => (
        <PlanOffer key={suggestion.plan.id} suggestion={suggestion} incident={incident} />
      ))}
    </section>
  );
}

/** The plans that fit, to be applied; only where the viewer may and the incident takes them. */
export function PlanOffers({ incident }: { incident: Incident }) {
  if (!incident.may.includes('applyPlan') || !takesPlans.includes(incident.status)) return null;
  return <Offers incident={incident} />;
}
