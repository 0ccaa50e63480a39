import { addAttachment } from '../../api/documents/command.ts';
import type { Incident } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { Act } from './Act.tsx';
import { CommandForm } from './CommandForm.tsx';
import { Said } from './Said.tsx';

const fields = ['name', 'mediaType', 'bytes', 'sha256', 'uri'] as const;

export function Attachments({ incident, acting }: { incident: Incident; acting: boolean }) {
  const { t } = useWords();
  const attaches = acting && incident.may.includes('addAttachment');
  if (incident.attachments.length === 0 && !attaches) return null;
  return (
    <section aria-label={t('commanding.attachments')}>
      <h3>{t('commanding.attachments')}</h3>
      {incident.attachments.map(({ id, name, mediaType, bytes, sha256, uri, added }) => (
        <div key={id} className="attachment">
          <Said
            incident={incident}
            text={`${name} · ${mediaType} · ${bytes} B`}
            entry={added}
            commanding={acting}
          />
          <p className="quiet digest">
            {uri.startsWith('https://') ? (
              <a href={uri} rel="noreferrer" target="_blank">
                {uri}
              </a>
            ) : (
              uri
            )}
            <br />
            SHA-256 <code>{sha256}</code>
          </p>
        </div>
      ))}
      {attaches && (
        <Act text={t('commanding.attach')}>
          {(done) => (
            <CommandForm
              document={addAttachment}
              fields={fields.map((name) => ({
                name,
                label: t(`commanding.${name}`),
                kind: name === 'bytes' ? 'number' : 'text',
              }))}
              submit={t('commanding.attach')}
              revision={incident.revision}
              said={({ name = '', mediaType = '', bytes = '', sha256 = '', uri = '' }) => ({
                incident: incident.id,
                attachment: {
                  attachment: crypto.randomUUID(),
                  ...{ name, mediaType, sha256, uri },
                  bytes: Number(bytes),
                },
              })}
              onDone={done}
            />
          )}
        </Act>
      )}
    </section>
  );
}
