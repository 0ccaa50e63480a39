import { causesDocument } from '../../api/documents/replay.ts';
import type { CauseStep, Entry } from '../../api/types.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useWords } from '../../app/words.ts';
import { eventText } from '../../i18n/eventText.ts';
import { duration } from '../../i18n/format.ts';
import { ActorName } from '../../parts/ActorName.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { rankText } from '../units/rankText.ts';

type Given = NonNullable<CauseStep['recommendation']>;

/** What the recommender had said when a unit was sent: each unit's time or reason, and the rule. */
function Considered({ given }: { given: Given }) {
  const { t, capability } = useWords();
  return (
    <div data-testid="why-considered">
      <p className="quiet">
        {t('recommend.rule', { rule: given.rule })} · {capability(given.capability)} ·{' '}
        {rankText(t, given.rank)}
      </p>
      <table>
        <tbody>
          {given.considered.map((one) => (
            <tr key={one.unit} aria-current={given.chosen.includes(one.unit)}>
              <th scope="row">{one.callSign}</th>
              <td>{one.seconds === null ? '?' : `≈ ${duration(one.seconds * 1000)}`}</td>
              <td>{t(`recommend.reason.${one.reason}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Step({
  step,
  onOpen,
}: {
  step: CauseStep;
  onOpen: (incident: string, revision: string) => void;
}) {
  const { t, full } = useWords();
  const { actor, incident, revision, stream } = step;
  const type = eventText(t, step.type);
  return (
    <li data-testid="why-step" data-type={step.type}>
      <b>
        <ActorName actor={actor} />
      </b>
      {actor.role !== null && <span className="quiet"> {t(`role.${actor.role}`)}</span>}{' '}
      {incident === null ? (
        <span>{type}</span>
      ) : (
        <button type="button" className="plain" onClick={() => onOpen(incident, revision)}>
          {type}
        </button>
      )}
      <p className="quiet">
        {t('audit.whyTimes', { occurred: full(step.occurredAt), recorded: full(step.recordedAt) })}
        {actor.console !== null && ` · ${t('audit.console')} ${actor.console}`}
      </p>
      <p className="quiet">
        <code>
          {stream} {revision}
        </code>{' '}
        · {t('audit.commandId')} <code>{step.commandId}</code>
      </p>
      {step.recommendation && <Considered given={step.recommendation} />}
    </li>
  );
}

/** Why an entry stands there: what made it, step by step back to somebody's deed. */
export function Why({
  entry,
  onOpen,
}: {
  entry: Entry;
  onOpen: (incident: string, revision: string) => void;
}) {
  const { t } = useWords();
  const { incident, revision } = entry;
  const asked = useAsked(causesDocument, { incident, revision });
  if (asked.at === 'failed') return <Failed why={asked.why} />;
  const causes = asked.at === 'known' ? asked.data.causes : null;
  // While another entry's answer still stands there, it says nothing about this one.
  if (causes === null || causes.steps[0]?.event !== entry.event) return <Waiting rows={2} />;
  return (
    <section className="why" data-testid="why">
      <h3>{t('audit.why')}</h3>
      <ol>
        {causes.steps.map((step) => (
          <Step key={step.event} step={step} onOpen={onOpen} />
        ))}
      </ol>
      <p className="quiet">{t(causes.complete ? 'audit.deed' : 'audit.whyEnds')}</p>
    </section>
  );
}
