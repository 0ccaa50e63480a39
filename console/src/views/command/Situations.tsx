import { reportSituation } from '../../api/documents/command.ts';
import type { Incident } from '../../api/types.ts';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { Act } from './Act.tsx';
import { CommandForm } from './CommandForm.tsx';
import { Said } from './Said.tsx';

export function Situations({ incident, acting }: { incident: Incident; acting: boolean }) {
  const { t } = useWords();
  const { viewer } = useDesk();
  const holds = incident.command.some(({ account }) => account === viewer.account);
  const reports = acting && (holds || incident.may.includes('takeCommand'));
  if (incident.situations.length === 0 && !reports) return null;
  return (
    <section aria-label={t('commanding.situations')}>
      <h3>{t('commanding.situations')}</h3>
      {incident.situations.map((one) => (
        <Said
          key={one.id}
          incident={incident}
          text={`${one.number}. ${one.text}`}
          entry={one.reported}
          commanding={acting}
        />
      ))}
      {reports && (
        <Act action="situation" text={t('commanding.report')}>
          {(done) => (
            <CommandForm
              document={reportSituation}
              fields={[{ name: 'text', label: t('commanding.text'), kind: 'long' }]}
              submit={t('commanding.report')}
              revision={incident.revision}
              said={({ text = '' }) => ({
                incident: incident.id,
                sitrep: crypto.randomUUID(),
                text,
              })}
              onDone={done}
            />
          )}
        </Act>
      )}
    </section>
  );
}
