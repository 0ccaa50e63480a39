import {
  attachPlan,
  detachPlan,
  placeUnit,
  releaseUnit,
  unitNamesDocument,
} from '../../api/documents/plannedEvents.ts';
import type { PlannedEventRow } from '../../api/types.ts';
import { useAsked } from '../../api/useAsked.ts';
import { allows, useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { Act, ActAtOnce } from '../command/Act.tsx';
import { CommandForm } from '../command/CommandForm.tsx';

interface Part {
  readonly event: PlannedEventRow;
  readonly acting: boolean;
}

function HoldUnit({ event, onDone }: { event: PlannedEventRow; onDone: () => void }) {
  const { city } = useDesk();
  const { t, department } = useWords();
  const asked = useAsked(unitNamesDocument, { city: city.city.id });
  const units = asked.at === 'known' ? asked.data.board.rows : [];
  const held = new Set(event.units.map(({ unit }) => unit));
  return (
    <CommandForm
      document={placeUnit}
      fields={[
        {
          name: 'unit',
          label: t('plannedEvents.unit'),
          kind: 'choice',
          options: units
            .filter(({ id }) => !held.has(id))
            .map((unit) => ({
              value: unit.id,
              text: `${department(unit.department)} · ${unit.callSign}`,
            }))
            .toSorted((a, b) => a.text.localeCompare(b.text)),
        },
      ]}
      submit={t('plannedEvents.placeUnit')}
      revision={event.revision}
      said={({ unit = '' }) => ({ city: city.city.id, event: event.id, unit })}
      onDone={onDone}
    />
  );
}

/** The units that are held for the event. */
export function HeldUnits({ event, acting }: Part) {
  const { city, viewer } = useDesk();
  const { t, department } = useWords();
  return (
    <section>
      <h3>
        {t('plannedEvents.units')} <span className="quiet">{event.units.length}</span>
      </h3>
      <ul>
        {event.units.map(({ unit, callSign, department: of }) => (
          <li key={unit} className="held" data-scope>
            <b>{callSign}</b> <span className="quiet">{department(of)}</span>
            {acting && allows(viewer.may, 'releaseUnit') && (
              <ActAtOnce
                document={releaseUnit}
                said={{ city: city.city.id, event: event.id, unit }}
                revision={event.revision}
                action="releaseUnit"
                text={t('plannedEvents.releaseUnit')}
              />
            )}
          </li>
        ))}
      </ul>
      {acting && allows(viewer.may, 'placeUnit') && (
        <div className="buttons">
          <Act action="holdUnit" text={t('plannedEvents.placeUnit')}>
            {(done) => <HoldUnit event={event} onDone={done} />}
          </Act>
        </div>
      )}
    </section>
  );
}

/** The response plans that were put in place, each in the version that it then had. */
export function AttachedPlans({ event, acting }: Part) {
  const { city, viewer } = useDesk();
  const { t, name } = useWords();
  const about = { city: city.city.id, event: event.id };
  const known = new Map(city.city.plans.map((plan) => [plan.id, plan]));
  const nameOf = (id: string): string => name(known.get(id)?.name ?? { zh: id, en: id });
  const attached = new Map(event.plans.map(({ plan, version }) => [plan, version]));
  const offered = city.city.plans.filter(({ id, version }) => attached.get(id) !== version);
  return (
    <section>
      <h3>
        {t('plannedEvents.plans')} <span className="quiet">{event.plans.length}</span>
      </h3>
      <ul>
        {event.plans.map(({ plan, version }) => (
          <li key={plan} className="held" data-scope>
            <b>{nameOf(plan)}</b>{' '}
            <span className="quiet">{t('plannedEvents.version', { version })}</span>
            {acting && allows(viewer.may, 'detachPlan') && (
              <ActAtOnce
                document={detachPlan}
                said={{ ...about, plan }}
                revision={event.revision}
                action="detachPlan"
                text={t('plannedEvents.detachPlan')}
              />
            )}
          </li>
        ))}
      </ul>
      {acting && allows(viewer.may, 'attachPlan') && offered.length > 0 && (
        <div className="buttons">
          <Act action="attachPlan" text={t('plannedEvents.attachPlan')}>
            {(done) => (
              <CommandForm
                document={attachPlan}
                fields={[
                  {
                    name: 'plan',
                    label: t('plannedEvents.plan'),
                    kind: 'choice',
                    options: offered.map(({ id }) => ({ value: id, text: nameOf(id) })),
                  },
                ]}
                submit={t('plannedEvents.attachPlan')}
                revision={event.revision}
                said={({ plan = '' }) => ({ ...about, plan })}
                onDone={done}
              />
            )}
          </Act>
        </div>
      )}
    </section>
  );
}
