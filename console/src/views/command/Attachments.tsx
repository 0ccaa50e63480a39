import { useState } from 'react';
import { addAttachment } from '../../api/documents/command.ts';
import type { Incident } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { Field } from '../../parts/Field.tsx';
import { Act } from './Act.tsx';
import { CommandForm, type Values } from './CommandForm.tsx';
import { Said } from './Said.tsx';

/** Bytes. A larger file's digest is typed in, as it would have to be held in memory for it. */
const mostRead = 512 * 1024 * 1024;

/** SHA-256 of the whole file, in hexadecimal. */
async function digestOf(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

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
        <Act action="attach" text={t('commanding.attach')}>
          {(done) => <Attach incident={incident} onDone={done} />}
        </Act>
      )}
    </section>
  );
}

/** A file's facts, told by itself where one is chosen; the file stays where it is. */
function Attach({ incident, onDone }: { incident: Incident; onDone: () => void }) {
  const { t } = useWords();
  const [facts, setFacts] = useState<Values>({});
  const read = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const sha256 = file.size > mostRead ? '' : await digestOf(file);
    setFacts({ name: file.name, mediaType: file.type, bytes: `${file.size}`, sha256 });
  };
  return (
    <>
      <Field label={t('commanding.file')}>
        {(props) => (
          <input {...props} type="file" onChange={(event) => void read(event.target.files?.[0])} />
        )}
      </Field>
      <CommandForm
        key={`${facts.name} ${facts.bytes}`}
        initial={facts}
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
        onDone={onDone}
      />
    </>
  );
}
