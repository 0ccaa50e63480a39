import type { AppliedPlan, Incident } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { Checklist } from './Checklist.tsx';

function Given({
  plan,
  incident,
  acting,
}: {
  plan: AppliedPlan;
  incident: Incident;
  acting: boolean;
}) {
  const { t, name, department } = useWords();
  return (
    <div className="plan-given" data-testid={`given-${plan.plan}`}>
      <div className="plan-head">
        <h4>{name(plan.name)}</h4>
        <span className="quiet">{t('plan.version', { version: plan.version })}</span>
        {plan.responseLevel !== null && (
          <span className="quiet">{t('plan.level', { level: plan.responseLevel })}</span>
        )}
      </div>
      {plan.roles.map(({ role, department: by }) => (
        <p key={role} className="said">
          {t(`commandRole.${role}`)}{' '}
          <span className="quiet">{t('plan.fillRole', { department: department(by) })}</span>
        </p>
      ))}
      <Checklist plan={plan} incident={incident} acting={acting} />
    </div>
  );
}

/** The plans that the incident was given, in the version it was given, and their checklists. */
export function PlansGiven({ incident, acting }: { incident: Incident; acting: boolean }) {
  const { t } = useWords();
  if (incident.plans.length === 0) return null;
  return (
    <section aria-label={t('plan.title')}>
      <h3>
        {t('plan.title')} <span className="quiet">{incident.plans.length}</span>
      </h3>
      {incident.plans.map((plan) => (
        <Given key={plan.plan} plan={plan} incident={incident} acting={acting} />
      ))}
    </section>
  );
}
