import { type ReactNode, useState } from 'react';
import type { Entry } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { eventText } from '../../i18n/eventText.ts';
import { duration } from '../../i18n/format.ts';
import { ActorName } from '../../parts/ActorName.tsx';
import { lateness } from '../../store/lateness.ts';
import { entryDetail } from '../incident/entryText.ts';
import { Proof } from './Proof.tsx';
import { Recorded } from './Recorded.tsx';
import { Why } from './Why.tsx';

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function CopyLink() {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    navigator.clipboard.writeText(window.location.href).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <button type="button" className="plain" onClick={copy}>
      {copied ? t('audit.copied') : t('audit.copyLink')}
    </button>
  );
}

/** Everything the record says of one step: who, when it happened, when it was entered, why. */
export function StepDetail({
  entry,
  onOpen,
  children,
}: {
  entry: Entry;
  onOpen: (incident: string, revision: string) => void;
  children?: ReactNode;
}) {
  const words = useWords();
  const { t, full } = words;
  const late = lateness(entry);
  return (
    <div className="step" data-testid="step" data-revision={entry.revision} data-type={entry.type}>
      <h2>{eventText(t, entry.type)}</h2>
      <p>{entryDetail(entry, words)}</p>
      <dl className="facts">
        <Line label={t('audit.who')}>
          <ActorName actor={entry.actor} />
          {entry.actor.role !== null && (
            <span className="quiet"> {t(`role.${entry.actor.role}`)}</span>
          )}
        </Line>
        {entry.actor.onBehalfOf && (
          <Line label={t('audit.onBehalfOf')}>
            <ActorName actor={entry.actor.onBehalfOf} />
          </Line>
        )}
        <Line label={t('audit.occurred')}>
          <time data-testid="occurred">{full(entry.occurredAt)}</time>
        </Line>
        <Line label={t('audit.recorded')}>
          <time data-testid="recorded">{full(entry.recordedAt)}</time>
          {late > 0 && <span className="quiet"> {t('audit.late', { time: duration(late) })}</span>}
        </Line>
        <Line label={t('audit.correlation')}>
          <code>{entry.correlationId}</code>
        </Line>
        <Line label={t('audit.hash')}>
          <code className="hash">{entry.hash}</code>
        </Line>
      </dl>
      {children}
      <Why entry={entry} onOpen={onOpen} />
      <Proof entry={entry} />
      <h3>{t('audit.data')}</h3>
      <Recorded data={entry.data} />
      <CopyLink />
    </div>
  );
}
