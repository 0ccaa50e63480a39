import { strikeEntry } from '../../api/documents/command.ts';
import type { Evidence, Incident } from '../../api/types.ts';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { ActorName } from '../../parts/ActorName.tsx';
import { Act } from './Act.tsx';
import { CommandForm } from './CommandForm.tsx';

/** What somebody wrote, struck if it was, and the way to strike it for who may. */
export function Said({
  incident,
  text,
  entry,
  commanding,
}: {
  incident: Incident;
  text: string;
  entry: Evidence;
  commanding: boolean;
}) {
  const { t, time } = useWords();
  const { viewer } = useDesk();
  const { revision } = entry;
  const strike = incident.struck.find((one) => one.revision === revision);
  const centre = viewer.roles.includes('DISPATCHER') || viewer.roles.includes('COMMANDER');
  const own = entry.by.id === viewer.account;
  const offered =
    commanding && strike === undefined && incident.may.includes('strikeEntry') && (centre || own);
  return (
    <div className="said" data-testid={`said-${revision}`}>
      {strike ? <s>{text}</s> : text} <ActorName actor={entry.by} />{' '}
      <time className="quiet">{time(entry.occurredAt)}</time>
      {strike && (
        <em className="quiet">
          {' '}
          {t('commanding.struck', { name: strike.by.name, reason: strike.note ?? '' })}
        </em>
      )}
      {offered && revision !== null && (
        <Act action="strike" text={t('commanding.strike')}>
          {(done) => (
            <CommandForm
              document={strikeEntry}
              fields={[{ name: 'reason', label: t('commanding.reason') }]}
              submit={t('commanding.strike')}
              revision={incident.revision}
              said={({ reason = '' }) => ({ incident: incident.id, revision, reason })}
              onDone={done}
            />
          )}
        </Act>
      )}
    </div>
  );
}
