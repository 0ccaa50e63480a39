import type { ResultOf } from 'gql.tada';
import { useEffect, useRef, useState } from 'react';
import { ActionButton } from '../../actions/ActionButton.tsx';
import { offerUndo } from '../../actions/undo.ts';
import { askUntilAnswered } from '../../api/askUntilAnswered.ts';
import { prepare } from '../../api/command.ts';
import { linkReport, sameIncidentsDocument, unlinkReport } from '../../api/documents/intake.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useDesk } from '../../app/desk.ts';
import { placeText, useWords } from '../../app/words.ts';
import { CommandOutcome } from '../../parts/CommandOutcome.tsx';
import { type IntakeDraft, intakeFaults, reportOf } from '../dispatch/intakeDraft.ts';

/** Long enough that a word is typed, short enough that the caller still speaks. */
const pauseMs = 400;

type Found = ResultOf<typeof sameIncidentsDocument>['sameIncidents'];

/** Asks a moment after the last key; an answer that was overtaken is dropped. */
function useSameIncidents(draft: IntakeDraft): { readonly found: Found; readonly failed: boolean } {
  const { city } = useDesk();
  const { language } = useWords();
  const [found, setFound] = useState<Found>([]);
  const [failed, setFailed] = useState(false);
  const { what, place, exercise } = reportOf(draft, language);
  const asked = JSON.stringify({ city: city.city.id, what, place, exercise });
  const askable = intakeFaults(draft).every((fault) => fault === 'whatMissing');
  useEffect(() => {
    const show = (next: Found): void => {
      setFound(next);
      setFailed(false);
    };
    if (!askable) return show([]);
    let stop = (): void => {};
    const timer = setTimeout(() => {
      stop = askUntilAnswered(sameIncidentsDocument, JSON.parse(asked), {
        answered: ({ sameIncidents }) => show(sameIncidents),
        failed: () => setFailed(true),
      });
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [asked, askable]);
  return { found, failed };
}

/** Open incidents that the report may be of, with the reasons; linking it is the dispatcher's word. */
export function SameIncidents({
  draft,
  onLinked,
}: {
  draft: IntakeDraft;
  onLinked: (incident: string) => void;
}) {
  const { t, language } = useWords();
  const { found, failed } = useSameIncidents(draft);
  const linked = useRef({ incident: '', report: '' });
  const command = useCommand(linkReport, () => {
    const about = { ...linked.current, reason: t('undo.reason') };
    offerUndo(t('undo.linked'), () => prepare(unlinkReport, about));
    onLinked(about.incident);
  });
  if (found.length === 0 && !failed) return null;
  const link = (incident: string): void => {
    const report = crypto.randomUUID();
    linked.current = { incident, report };
    const { exercise, ...said } = reportOf(draft, language);
    command.run({ incident, report: { ...said, report } });
  };
  return (
    <section aria-label={t('judge.same')} data-testid="same-incidents" aria-live="polite">
      <h3>{t('judge.same')}</h3>
      {failed && (
        <p className="fault" role="alert">
          {t('judge.sameFailed')}
        </p>
      )}
      <ul className="linked">
        {found.map((one) => (
          <li key={one.incident.id} data-scope>
            <strong>{one.incident.number}</strong> {one.incident.what} ·{' '}
            {placeText(one.incident.place)}{' '}
            <span className="quiet">
              {[
                t('judge.score', { percent: Math.round(one.score * 100) }),
                one.metres === null ? '' : t('judge.metres', { metres: one.metres }),
                one.sameAddress ? t('judge.sameAddress') : '',
                one.sameCell ? t('judge.sameCell') : '',
                t('judge.minutes', { minutes: one.minutes }),
                one.sameKind ? t('judge.sameKind') : '',
                one.words.join(' '),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>{' '}
            <ActionButton
              action="link"
              disabled={command.busy || draft.what.trim() === ''}
              onClick={() => link(one.incident.id)}
            >
              {t('judge.link')}
            </ActionButton>
          </li>
        ))}
      </ul>
      <CommandOutcome state={command.state} onAgain={command.again} />
    </section>
  );
}
