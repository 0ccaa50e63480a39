import { type FormEvent, useRef, useState } from 'react';
import { reportIncident } from '../../api/documents/incidentCommands.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { CommandOutcome } from '../../parts/CommandOutcome.tsx';
import { Field } from '../../parts/Field.tsx';
import { CallClock } from '../intake/CallClock.tsx';
import { SameIncidents } from '../intake/SameIncidents.tsx';
import { IntakeCaller } from './IntakeCaller.tsx';
import { IntakePlace } from './IntakePlace.tsx';
import { emptyIntake, type IntakeDraft, intakeFaults, reportOf } from './intakeDraft.ts';

const shownAtFields = [
  'what',
  'place.address',
  'place.lon',
  'place.lat',
  'reporter.name',
  'reporter.phone',
  'reporter.address',
  'receivedAt',
  'answeredAt',
];

/** Takes a report: what, where, from whom. Sent as an incident with ids drawn here. */
export function Intake({
  hidden,
  onTaken,
  onDiscard,
}: {
  hidden: boolean;
  onTaken: (incident: string) => void;
  onDiscard: () => void;
}) {
  const { city } = useDesk();
  const { t, language } = useWords();
  const [draft, setDraft] = useState<IntakeDraft>(emptyIntake);
  const [tried, setTried] = useState(false);
  const incident = useRef('');
  const command = useCommand(reportIncident, () => onTaken(incident.current));
  const { state } = command;
  const change = (part: Partial<IntakeDraft>): void => setDraft({ ...draft, ...part });
  const faults = tried ? intakeFaults(draft) : [];
  const refused = (field: string): string | undefined =>
    state.at === 'rejected' && state.result.field === field ? state.result.message : undefined;

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (intakeFaults(draft).length > 0) return;
    incident.current = crypto.randomUUID();
    const ids = { incident: incident.current, report: crypto.randomUUID(), city: city.city.id };
    command.run({ report: { ...ids, ...reportOf(draft, language) } });
  };
  const whatFault = faults.includes('whatMissing') ? t('intake.whatMissing') : refused('what');
  return (
    <section className="pane intake" hidden={hidden} aria-label={t('intake.title')}>
      <form noValidate onSubmit={submit}>
        <h2>{t('intake.title')}</h2>
        <Field label={t('intake.what')} help={t('intake.whatHelp')} fault={whatFault}>
          {(props) => (
            <textarea
              {...props}
              // biome-ignore lint/a11y/noAutofocus: the caller is already speaking
              autoFocus
              rows={3}
              data-testid="intake-what"
              value={draft.what}
              onChange={(event) => change({ what: event.target.value })}
            />
          )}
        </Field>
        <IntakePlace draft={draft} faults={faults} refused={refused} onChange={change} />
        <SameIncidents draft={draft} onLinked={onTaken} />
        <CallClock draft={draft} refused={refused} onChange={change} />
        <IntakeCaller draft={draft} refused={refused} onChange={change} />
        <label className="check">
          <input
            type="checkbox"
            checked={draft.exercise}
            onChange={(event) => change({ exercise: event.target.checked })}
          />
          {t('intake.exercise')}
        </label>
        <div className="buttons">
          <button
            type="submit"
            className="primary"
            data-testid="intake-submit"
            disabled={command.busy}
          >
            {t('intake.submit')}
          </button>
          <button type="button" onClick={onDiscard}>
            {t('intake.discard')}
          </button>
        </div>
        <CommandOutcome state={state} fields={shownAtFields} onAgain={command.again} />
      </form>
    </section>
  );
}
