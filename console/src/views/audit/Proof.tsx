import { useState } from 'react';
import { proofDocument } from '../../api/documents/replay.ts';
import type { Entry, EntryProof } from '../../api/types.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useWords } from '../../app/words.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Waiting } from '../../parts/Waiting.tsx';

function Checked({ right, text }: { right: boolean; text: string }) {
  return (
    <li data-status={right ? 'right' : 'wrong'} className={right ? '' : 'fault'}>
      <span aria-hidden="true">{right ? '✓' : '✗'}</span> {text}
    </li>
  );
}

function Standing({ proof, incident }: { proof: EntryProof; incident: string }) {
  const { t, full } = useWords();
  const { seal } = proof;
  const hashes: readonly (readonly [string, string])[] = [
    [t('audit.proof.hash'), proof.hash],
    [t('audit.proof.previous'), proof.previousHash],
    ...(seal
      ? ([
          [t('audit.proof.root'), seal.root],
          [t('audit.proof.sealHash'), `${seal.number}:${seal.hash}`],
          [t('audit.proof.key'), seal.key],
        ] as const)
      : []),
  ];
  return (
    <div data-testid="proof">
      <ul>
        <Checked
          right={proof.intact}
          text={t(proof.intact ? 'audit.proof.intact' : 'audit.proof.notIntact')}
        />
        {seal === null && <li>{t('audit.proof.unsealed')}</li>}
        {seal && (
          <>
            <Checked
              right={seal.included}
              text={t(seal.included ? 'audit.proof.included' : 'audit.proof.notIncluded', {
                seal: seal.number,
                index: seal.index + 1,
                events: seal.events,
                steps: seal.path.length,
              })}
            />
            <Checked
              right={seal.signed}
              text={t(seal.signed ? 'audit.proof.signed' : 'audit.proof.notSigned', {
                time: full(seal.time),
              })}
            />
          </>
        )}
      </ul>
      <dl className="facts recorded">
        {hashes.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <code className="hash">{value === '' ? '–' : value}</code>
            </dd>
          </div>
        ))}
      </dl>
      <p>{t('audit.proof.yourself')}</p>
      <pre>
        <code>{`npx pnpm tocsin verify\nnpx pnpm tocsin export --incident ${incident}`}</code>
      </pre>
    </div>
  );
}

function Asked({ entry }: { entry: Entry }) {
  const { incident, revision } = entry;
  const { t } = useWords();
  const asked = useAsked(proofDocument, { incident, revision });
  if (asked.at === 'loading') return <Waiting rows={2} />;
  if (asked.at === 'failed') return <Failed why={asked.why} />;
  if (asked.data.proof === null) return <Failed why={t('state.none')} />;
  return <Standing proof={asked.data.proof} incident={incident} />;
}

/** The entry's hash and the seal over it, checked by the server when it is asked for. */
export function Proof({ entry }: { entry: Entry }) {
  const { t } = useWords();
  const [shown, setShown] = useState(false);
  return (
    <section className="proof">
      <h3>{t('audit.proof.title')}</h3>
      {shown ? (
        <Asked entry={entry} />
      ) : (
        <button type="button" data-testid="check-proof" onClick={() => setShown(true)}>
          {t('audit.proof.check')}
        </button>
      )}
    </section>
  );
}
